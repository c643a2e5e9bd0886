namespace TorchSharp;

// Exponentials, error and gamma functions, rounding; many in place.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>1 - erf(x), precise where erf is near 1.</summary>
        public Tensor erfc() => FunctionOperators.Erfc.Call(this);

        /// <summary>2 to the power of the elements.</summary>
        public Tensor exp2() => FunctionOperators.Exp2.Call(this);

        /// <summary>log(x / (1 - x)); with a limit, of the elements within [eps, 1 - eps].</summary>
        public Tensor logit(double? eps = null) => FunctionOperators.Logit.Call(this, eps);

        /// <summary>The modified Bessel function of the first kind and order 0.</summary>
        public Tensor i0() => FunctionOperators.I0.Call(this);

        /// <summary>The elements times 2 to the power of the other.</summary>
        public Tensor ldexp(Tensor other) => FunctionOperators.LdexpByTensor.Call(this, other);

        /// <summary>As <see cref="erf()"/>, in place.</summary>
        public Tensor erf_() => FunctionOperators.ErfInPlace.Change(this);

        /// <summary>As <see cref="erfc()"/>, in place.</summary>
        public Tensor erfc_() => FunctionOperators.ErfcInPlace.Change(this);

        /// <summary>As <see cref="erfinv()"/>, in place.</summary>
        public Tensor erfinv_() => FunctionOperators.ErfinvInPlace.Change(this);

        /// <summary>As <see cref="digamma()"/>, in place.</summary>
        public Tensor digamma_() => FunctionOperators.DigammaInPlace.Change(this);

        /// <summary>As <see cref="lgamma()"/>, in place.</summary>
        public Tensor lgamma_() => FunctionOperators.LgammaInPlace.Change(this);

        /// <summary>As <see cref="log2()"/>, in place.</summary>
        public Tensor log2_() => FunctionOperators.Log2InPlace.Change(this);

        /// <summary>As <see cref="log10()"/>, in place.</summary>
        public Tensor log10_() => FunctionOperators.Log10InPlace.Change(this);

        /// <summary>As <see cref="frac()"/>, in place.</summary>
        public Tensor frac_() => FunctionOperators.FracInPlace.Change(this);

        /// <summary>As <see cref="sgn()"/>, in place.</summary>
        public Tensor sgn_() => FunctionOperators.SgnInPlace.Change(this);

        /// <summary>As <see cref="gcd(Tensor)"/>, in place.</summary>
        public Tensor gcd_(Tensor other) => FunctionOperators.GcdInPlace.Change(this, other);

        /// <summary>As <see cref="lcm(Tensor)"/>, in place.</summary>
        public Tensor lcm_(Tensor other) => FunctionOperators.LcmInPlace.Change(this, other);

        /// <summary>As <see cref="ldexp(Tensor)"/>, in place.</summary>
        public Tensor ldexp_(Tensor other) => FunctionOperators.LdexpInPlace.Change(this, other);

        /// <summary>The derivative of an order of the digamma function; order 0 is that function.</summary>
        public Tensor polygamma(long p) => FunctionOperators.Polygamma.Call(p, this);

        /// <summary>As <see cref="polygamma(long)"/>, in place.</summary>
        public Tensor polygamma_(long p) => FunctionOperators.PolygammaInPlace.Change(this, p);

        /// <summary>The logarithm of the multivariate gamma function of a dimension.</summary>
        public Tensor mvlgamma(long p) => FunctionOperators.Mvlgamma.Call(this, p);

        /// <summary>As <see cref="mvlgamma(long)"/>, in place.</summary>
        public Tensor mvlgamma_(long p) => FunctionOperators.MvlgammaInPlace.Change(this, p);

        /// <summary>Mantissas within (-1, 1), of at least a half in size, and exponents of 2.</summary>
        public (Tensor, Tensor) frexp() => FunctionOperators.FrexpByTensor.Call2(this);

        /// <inheritdoc cref="abs_()"/>
        public Tensor absolute_() => abs_();

        /// <inheritdoc cref="trunc()"/>
        public Tensor fix() => trunc();

        /// <inheritdoc cref="trunc_()"/>
        public Tensor fix_() => trunc_();

        /// <summary>The tensor itself, as another object.</summary>
        public Tensor positive() => alias();

        /// <summary>As <see cref="fmod(Scalar)"/>, in place.</summary>
        public Tensor fmod_(Scalar scalar) => FunctionOperators.FmodInPlaceByScalar.Change(this, scalar);

        /// <summary>As <see cref="fmod(Tensor)"/>, in place.</summary>
        public Tensor fmod_(Tensor target) => FunctionOperators.FmodInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="remainder(Scalar)"/>, in place.</summary>
        public Tensor remainder_(Scalar scalar) => FunctionOperators.RemainderInPlaceByScalar.Change(this, scalar);

        /// <summary>As <see cref="remainder(Tensor)"/>, in place.</summary>
        public Tensor remainder_(Tensor target) => FunctionOperators.RemainderInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="xlogy(Scalar)"/>, in place.</summary>
        public Tensor xlogy_(Scalar y) => FunctionOperators.XlogyInPlaceByScalarOther.Change(this, y);

        /// <summary>As <see cref="xlogy(Tensor)"/>, in place.</summary>
        public Tensor xlogy_(Tensor y) => FunctionOperators.XlogyInPlaceByTensor.Change(this, y);

        /// <inheritdoc cref="sub_(Scalar)"/>
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor true_divide_(Scalar other) => div_(other);

        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor true_divide_(Tensor other) => div_(other);

        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = (RoundingMode)0) => div_(target, rounding_mode);

        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = (RoundingMode)0) => div_(target, rounding_mode);

        /// <summary>As <see cref="floor_divide(Scalar)"/>, in place.</summary>
        public Tensor floor_divide_(Scalar other) => div_(other, RoundingMode.floor);

        /// <summary>As <see cref="floor_divide(Tensor)"/>, in place.</summary>
        public Tensor floor_divide_(Tensor other) => div_(other, RoundingMode.floor);

        /// <summary>As <see cref="clamp_max(Scalar)"/>, in place.</summary>
        public Tensor clamp_max_(Scalar max) => FunctionOperators.ClampMaxInPlace.Change(this, max);

        /// <summary>As <see cref="clamp_min(Scalar)"/>, in place.</summary>
        public Tensor clamp_min_(Scalar min) => FunctionOperators.ClampMinInPlace.Change(this, min);
    }
}
