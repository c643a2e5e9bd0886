namespace TorchSharp;

// Functions of every element.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value.</summary>
        public Tensor abs() => Aten.Abs.Call(this);

        /// <summary>The number with the other sign.</summary>
        public Tensor neg() => Aten.Neg.Call(this);

        /// <summary>The exponential function.</summary>
        public Tensor exp() => Aten.Exp.Call(this);

        /// <summary>exp(x) - 1, exact near 0.</summary>
        public Tensor expm1() => Aten.Expm1.Call(this);

        /// <summary>The natural logarithm.</summary>
        public Tensor log() => Aten.Log.Call(this);

        /// <summary>log(1 + x), exact near 0.</summary>
        public Tensor log1p() => Aten.Log1p.Call(this);

        /// <summary>The logarithm to base 2.</summary>
        public Tensor log2() => Aten.Log2.Call(this);

        /// <summary>The logarithm to base 10.</summary>
        public Tensor log10() => Aten.Log10.Call(this);

        /// <summary>The square root.</summary>
        public Tensor sqrt() => Aten.Sqrt.Call(this);

        /// <summary>One over the square root.</summary>
        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        /// <summary>The square.</summary>
        public Tensor square() => Aten.Square.Call(this);

        /// <summary>One over the element.</summary>
        public Tensor reciprocal() => Aten.Reciprocal.Call(this);

        /// <summary>The sine.</summary>
        public Tensor sin() => Aten.Sin.Call(this);

        /// <summary>The cosine.</summary>
        public Tensor cos() => Aten.Cos.Call(this);

        /// <summary>The tangent.</summary>
        public Tensor tan() => Aten.Tan.Call(this);

        /// <summary>The arc sine.</summary>
        public Tensor asin() => Aten.Asin.Call(this);

        /// <summary>The arc cosine.</summary>
        public Tensor acos() => Aten.Acos.Call(this);

        /// <summary>The arc tangent.</summary>
        public Tensor atan() => Aten.Atan.Call(this);

        /// <summary>The hyperbolic sine.</summary>
        public Tensor sinh() => Aten.Sinh.Call(this);

        /// <summary>The hyperbolic cosine.</summary>
        public Tensor cosh() => Aten.Cosh.Call(this);

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor tanh() => Aten.Tanh.Call(this);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() => Aten.Sigmoid.Call(this);

        /// <summary>The element, 0 where it is negative.</summary>
        public Tensor relu() => Aten.Relu.Call(this);

        /// <summary>The element times the normal distribution function of it.</summary>
        public Tensor gelu() => Aten.Gelu.Call(this);

        /// <summary>The element times its sigmoid.</summary>
        public Tensor silu() => Aten.Silu.Call(this);

        /// <summary>The error function.</summary>
        public Tensor erf() => Aten.Erf.Call(this);

        /// <summary>The inverse of the error function.</summary>
        public Tensor erfinv() => Aten.Erfinv.Call(this);

        /// <summary>The logarithm of the absolute gamma function.</summary>
        public Tensor lgamma() => Aten.Lgamma.Call(this);

        /// <summary>The derivative of lgamma.</summary>
        public Tensor digamma() => Aten.Digamma.Call(this);

        /// <summary>The largest whole number that is not larger.</summary>
        public Tensor floor() => Aten.Floor.Call(this);

        /// <summary>The smallest whole number that is not smaller.</summary>
        public Tensor ceil() => Aten.Ceil.Call(this);

        /// <summary>The number without its fraction.</summary>
        public Tensor trunc() => Aten.Trunc.Call(this);

        /// <summary>The sign: -1, 0 or 1.</summary>
        public Tensor sign() => Aten.Sign.Call(this);

        /// <summary>Whether it is not a number.</summary>
        public Tensor isnan() => Aten.Isnan.Call(this);

        /// <summary>Whether it is infinite.</summary>
        public Tensor isinf() => Aten.Isinf.Call(this);

        /// <summary>Whether it is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Aten.Isfinite.Call(this);

        /// <summary>Whether it is 0.</summary>
        public Tensor logical_not() => Aten.LogicalNot.Call(this);
    }
}
