namespace TorchSharp;

// Functions of every element.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value.</summary>
        public Tensor abs() => ArithmeticOperators.Abs.Call(this);

        /// <summary>The number with the other sign.</summary>
        public Tensor neg() => ArithmeticOperators.Neg.Call(this);

        /// <summary>The exponential function.</summary>
        public Tensor exp() => ArithmeticOperators.Exp.Call(this);

        /// <summary>exp(x) - 1, exact near 0.</summary>
        public Tensor expm1() => ArithmeticOperators.Expm1.Call(this);

        /// <summary>The natural logarithm.</summary>
        public Tensor log() => ArithmeticOperators.Log.Call(this);

        /// <summary>log(1 + x), exact near 0.</summary>
        public Tensor log1p() => ArithmeticOperators.Log1p.Call(this);

        /// <summary>The logarithm to base 2.</summary>
        public Tensor log2() => ArithmeticOperators.Log2.Call(this);

        /// <summary>The logarithm to base 10.</summary>
        public Tensor log10() => ArithmeticOperators.Log10.Call(this);

        /// <summary>The square root.</summary>
        public Tensor sqrt() => ArithmeticOperators.Sqrt.Call(this);

        /// <summary>One over the square root.</summary>
        public Tensor rsqrt() => ArithmeticOperators.Rsqrt.Call(this);

        /// <summary>The square.</summary>
        public Tensor square() => ArithmeticOperators.Square.Call(this);

        /// <summary>One over the element.</summary>
        public Tensor reciprocal() => ArithmeticOperators.Reciprocal.Call(this);

        /// <summary>The sine.</summary>
        public Tensor sin() => ArithmeticOperators.Sin.Call(this);

        /// <summary>The cosine.</summary>
        public Tensor cos() => ArithmeticOperators.Cos.Call(this);

        /// <summary>The tangent.</summary>
        public Tensor tan() => ArithmeticOperators.Tan.Call(this);

        /// <summary>The arc sine.</summary>
        public Tensor asin() => ArithmeticOperators.Asin.Call(this);

        /// <summary>The arc cosine.</summary>
        public Tensor acos() => ArithmeticOperators.Acos.Call(this);

        /// <summary>The arc tangent.</summary>
        public Tensor atan() => ArithmeticOperators.Atan.Call(this);

        /// <summary>The hyperbolic sine.</summary>
        public Tensor sinh() => ArithmeticOperators.Sinh.Call(this);

        /// <summary>The hyperbolic cosine.</summary>
        public Tensor cosh() => ArithmeticOperators.Cosh.Call(this);

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor tanh() => ArithmeticOperators.Tanh.Call(this);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() => ArithmeticOperators.Sigmoid.Call(this);

        /// <summary>The element, 0 where it is negative.</summary>
        public Tensor relu() => ArithmeticOperators.Relu.Call(this);

        /// <summary>The element times the normal distribution function of it.</summary>
        public Tensor gelu() => ArithmeticOperators.Gelu.Call(this);

        /// <summary>The element times its sigmoid.</summary>
        public Tensor silu() => ArithmeticOperators.Silu.Call(this);

        /// <summary>The error function.</summary>
        public Tensor erf() => ArithmeticOperators.Erf.Call(this);

        /// <summary>The inverse of the error function.</summary>
        public Tensor erfinv() => ArithmeticOperators.Erfinv.Call(this);

        /// <summary>The logarithm of the absolute gamma function.</summary>
        public Tensor lgamma() => ArithmeticOperators.Lgamma.Call(this);

        /// <summary>The derivative of lgamma.</summary>
        public Tensor digamma() => ArithmeticOperators.Digamma.Call(this);

        /// <summary>The largest whole number that is not larger.</summary>
        public Tensor floor() => ArithmeticOperators.Floor.Call(this);

        /// <summary>The smallest whole number that is not smaller.</summary>
        public Tensor ceil() => ArithmeticOperators.Ceil.Call(this);

        /// <summary>The number without its fraction.</summary>
        public Tensor trunc() => ArithmeticOperators.Trunc.Call(this);

        /// <summary>The sign: -1, 0 or 1.</summary>
        public Tensor sign() => ArithmeticOperators.Sign.Call(this);

        /// <summary>Whether it is not a number.</summary>
        public Tensor isnan() => ArithmeticOperators.Isnan.Call(this);

        /// <summary>Whether it is infinite.</summary>
        public Tensor isinf() => ArithmeticOperators.Isinf.Call(this);

        /// <summary>Whether it is neither infinite nor NaN.</summary>
        public Tensor isfinite() => ArithmeticOperators.Isfinite.Call(this);

        /// <summary>Whether it is 0.</summary>
        public Tensor logical_not() => ArithmeticOperators.LogicalNot.Call(this);
    }
}
