namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>The Chebyshev polynomial of the first kind of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ChebyshevPolynomialT, SpecialOperators.ChebyshevPolynomialTByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the second kind of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ChebyshevPolynomialU, SpecialOperators.ChebyshevPolynomialUByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the third kind of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ChebyshevPolynomialV, SpecialOperators.ChebyshevPolynomialVByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the fourth kind of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ChebyshevPolynomialW, SpecialOperators.ChebyshevPolynomialWByOut, x, n, @out);

        /// <summary>The physicists' Hermite polynomial of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.HermitePolynomialH, SpecialOperators.HermitePolynomialHByOut, x, n, @out);

        /// <summary>The probabilists' Hermite polynomial of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.HermitePolynomialHe, SpecialOperators.HermitePolynomialHeByOut, x, n, @out);

        /// <summary>The Laguerre polynomial of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.LaguerrePolynomialL, SpecialOperators.LaguerrePolynomialLByOut, x, n, @out);

        /// <summary>The Legendre polynomial of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.LegendrePolynomialP, SpecialOperators.LegendrePolynomialPByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the first kind of 2x - 1 of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ShiftedChebyshevPolynomialT, SpecialOperators.ShiftedChebyshevPolynomialTByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the second kind of 2x - 1 of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ShiftedChebyshevPolynomialU, SpecialOperators.ShiftedChebyshevPolynomialUByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the third kind of 2x - 1 of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ShiftedChebyshevPolynomialV, SpecialOperators.ShiftedChebyshevPolynomialVByOut, x, n, @out);

        /// <summary>The Chebyshev polynomial of the fourth kind of 2x - 1 of degree <paramref name="n"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(SpecialOperators.ShiftedChebyshevPolynomialW, SpecialOperators.ShiftedChebyshevPolynomialWByOut, x, n, @out);

        private static Tensor Into(Operator op, Operator opByOut, Tensor x, Tensor n, Tensor? @out) =>
            @out is null ? op.Call(x, n) : opByOut.Call(x, n, @out);
    }
}
