namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>The Airy function Ai(x). Written into <paramref name="out"/> where given.</summary>
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.AiryAi, SpecialOperators.AiryAiByOut, input, @out);

        /// <summary>The Bessel function of the first kind of order 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.BesselJ0, SpecialOperators.BesselJ0ByOut, input, @out);

        /// <summary>The Bessel function of the first kind of order 1. Written into <paramref name="out"/> where given.</summary>
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.BesselJ1, SpecialOperators.BesselJ1ByOut, input, @out);

        /// <summary>The Bessel function of the second kind of order 0, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.BesselY0, SpecialOperators.BesselY0ByOut, input, @out);

        /// <summary>The Bessel function of the second kind of order 1, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.BesselY1, SpecialOperators.BesselY1ByOut, input, @out);

        /// <summary>The modified Bessel function of the first kind of order 0.</summary>
        public static Tensor i0(Tensor input) => SpecialOperators.I0.Call(input);

        /// <summary>exp(-|x|) times the modified Bessel function of the first kind of order 0.</summary>
        public static Tensor i0e(Tensor input) => SpecialOperators.I0e.Call(input);

        /// <summary>The modified Bessel function of the first kind of order 1.</summary>
        public static Tensor i1(Tensor input) => SpecialOperators.I1.Call(input);

        /// <summary>exp(-|x|) times the modified Bessel function of the first kind of order 1.</summary>
        public static Tensor i1e(Tensor input) => SpecialOperators.I1e.Call(input);

        /// <summary>The modified Bessel function of the first kind of order 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ModifiedBesselI0, SpecialOperators.ModifiedBesselI0ByOut, input, @out);

        /// <summary>The modified Bessel function of the first kind of order 1. Written into <paramref name="out"/> where given.</summary>
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ModifiedBesselI1, SpecialOperators.ModifiedBesselI1ByOut, input, @out);

        /// <summary>The modified Bessel function of the second kind of order 0, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ModifiedBesselK0, SpecialOperators.ModifiedBesselK0ByOut, input, @out);

        /// <summary>The modified Bessel function of the second kind of order 1, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ModifiedBesselK1, SpecialOperators.ModifiedBesselK1ByOut, input, @out);

        /// <summary>exp(x) times the modified Bessel function of the second kind of order 0, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ScaledModifiedBesselK0, SpecialOperators.ScaledModifiedBesselK0ByOut, input, @out);

        /// <summary>exp(x) times the modified Bessel function of the second kind of order 1, for x &gt; 0. Written into <paramref name="out"/> where given.</summary>
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.ScaledModifiedBesselK1, SpecialOperators.ScaledModifiedBesselK1ByOut, input, @out);

        /// <summary>The spherical Bessel function of the first kind of order 0: sin(x) / x. Written into <paramref name="out"/> where given.</summary>
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            Into(SpecialOperators.SphericalBesselJ0, SpecialOperators.SphericalBesselJ0ByOut, input, @out);

        private static Tensor Into(Operator op, Operator opByOut, Tensor input, Tensor? @out) =>
            @out is null ? op.Call(input) : opByOut.Call(input, @out);
    }
}
