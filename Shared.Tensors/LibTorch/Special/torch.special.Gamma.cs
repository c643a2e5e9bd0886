namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>The logarithmic derivative of the gamma function.</summary>
        public static Tensor digamma(Tensor input) => SpecialOperators.Digamma.Call(input);

        /// <summary>The regularised lower incomplete gamma function of shape <paramref name="input"/> at <paramref name="other"/>.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => SpecialOperators.Gammainc.Call(input, other);

        /// <summary>The regularised upper incomplete gamma function of shape <paramref name="input"/> at <paramref name="other"/>.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => SpecialOperators.Gammaincc.Call(input, other);

        /// <summary>The logarithm of the absolute value of the gamma function.</summary>
        public static Tensor gammaln(Tensor input) => SpecialOperators.Gammaln.Call(input);

        /// <summary>The logarithm of the multivariate gamma function of <paramref name="p"/> dimensions, for input &gt; (p - 1) / 2.</summary>
        public static Tensor multigammaln(Tensor input, long p) => SpecialOperators.Multigammaln.Call(input, p);

        /// <summary>The derivative of order <paramref name="n"/> of the digamma function; n is 0 or more.</summary>
        public static Tensor polygamma(long n, Tensor input) => SpecialOperators.Polygamma.Call(n, input);

        /// <summary>The logarithmic derivative of the gamma function.</summary>
        public static Tensor psi(Tensor input) => SpecialOperators.Psi.Call(input);

        /// <summary>The Hurwitz zeta function, the sum of (k + q)^-x over k from 0.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => SpecialOperators.Zeta.Call(x, q);
    }
}
