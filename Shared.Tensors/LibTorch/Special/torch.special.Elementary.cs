namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>The entropy -x ln x; 0 at 0 and -infinity below.</summary>
        public static Tensor entr(Tensor input) => SpecialOperators.Entr.Call(input);

        /// <summary>2 to the power of x.</summary>
        public static Tensor exp2(Tensor input) => SpecialOperators.Exp2.Call(input);

        /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
        public static Tensor expit(Tensor input) => SpecialOperators.Expit.Call(input);

        /// <summary>exp(x) - 1 without its cancellation near 0.</summary>
        public static Tensor expm1(Tensor input) => SpecialOperators.Expm1.Call(input);

        /// <summary>The logarithms of the softmax along a dimension.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SpecialOperators.LogSoftmax.Call(input, dim, dtype);

        /// <summary>The log-odds ln(x / (1 - x)), for 0 to 1.</summary>
        public static Tensor logit(Tensor input) => SpecialOperators.Logit.Call(input);

        /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
        public static Tensor sigmoid(Tensor input) => ArithmeticOperators.Sigmoid.Call(input);

        /// <summary>The logistic function, written into its argument.</summary>
        public static Tensor sigmoid_(Tensor input) => ArithmeticOperators.SigmoidInPlace.Call(input);

        /// <summary>sin(πx) / (πx), 1 at 0.</summary>
        public static Tensor sinc(Tensor input) => SpecialOperators.Sinc.Call(input);

        /// <summary>The exponentials along a dimension divided by their sum.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SpecialOperators.Softmax.Call(input, dim, dtype);

        /// <summary>input · ln(1 + other); 0 where input is 0 and other is a number.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => SpecialOperators.Xlog1py.Call(input, other);
    }
}
