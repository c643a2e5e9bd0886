namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>The error function.</summary>
        public static Tensor erf(Tensor input) => SpecialOperators.Erf.Call(input);

        /// <summary>1 minus the error function, without its cancellation.</summary>
        public static Tensor erfc(Tensor input) => SpecialOperators.Erfc.Call(input);

        /// <summary>exp(x²) times the complementary error function.</summary>
        public static Tensor erfcx(Tensor input) => SpecialOperators.Erfcx.Call(input);

        /// <summary>The inverse of the error function, for -1 to 1.</summary>
        public static Tensor erfinv(Tensor input) => SpecialOperators.Erfinv.Call(input);

        /// <summary>The area under the standard normal density left of x.</summary>
        public static Tensor ndtr(Tensor input) => SpecialOperators.Ndtr.Call(input);

        /// <summary>The quantile of the standard normal distribution, for 0 to 1.</summary>
        public static Tensor ndtri(Tensor input) => SpecialOperators.Ndtri.Call(input);
    }
}
