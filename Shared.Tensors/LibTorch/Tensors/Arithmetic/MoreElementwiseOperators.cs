namespace TorchSharp;

/// <summary>The operators of functions of every element.</summary>
internal static class MoreElementwiseOperators
{
    internal static readonly Operator Addcdiv = new("aten::addcdiv");
    internal static readonly Operator AddcdivInPlace = new("aten::addcdiv_");
    internal static readonly Operator Addcmul = new("aten::addcmul");
    internal static readonly Operator AddcmulInPlace = new("aten::addcmul_");
    internal static readonly Operator CopysignByTensor = new("aten::copysign", "Tensor");
    internal static readonly Operator Deg2rad = new("aten::deg2rad");
    internal static readonly Operator DetachInPlace = new("aten::detach_");
    internal static readonly Operator Expm1InPlace = new("aten::expm1_");
    internal static readonly Operator FloatPowerByTensorTensor = new("aten::float_power", "Tensor_Tensor");
    internal static readonly Operator Fmax = new("aten::fmax");
    internal static readonly Operator Fmin = new("aten::fmin");
    internal static readonly Operator Frac = new("aten::frac");
    internal static readonly Operator Gcd = new("aten::gcd");
    internal static readonly Operator Heaviside = new("aten::heaviside");
    internal static readonly Operator Hypot = new("aten::hypot");
    internal static readonly Operator Igamma = new("aten::igamma");
    internal static readonly Operator Igammac = new("aten::igammac");
    internal static readonly Operator IsNonzero = new("aten::is_nonzero");
    internal static readonly Operator Isneginf = new("aten::isneginf");
    internal static readonly Operator Isposinf = new("aten::isposinf");
    internal static readonly Operator Lcm = new("aten::lcm");
    internal static readonly Operator LerpInPlaceByTensor = new("aten::lerp_", "Tensor");
    internal static readonly Operator Log1pInPlace = new("aten::log1p_");
    internal static readonly Operator Logaddexp = new("aten::logaddexp");
    internal static readonly Operator Logaddexp2 = new("aten::logaddexp2");
    internal static readonly Operator LogicalAndInPlace = new("aten::logical_and_");
    internal static readonly Operator LogicalOrInPlace = new("aten::logical_or_");
    internal static readonly Operator LogicalXorInPlace = new("aten::logical_xor_");
    internal static readonly Operator NanToNum = new("aten::nan_to_num");
    internal static readonly Operator Nextafter = new("aten::nextafter");
    internal static readonly Operator Rad2deg = new("aten::rad2deg");
    internal static readonly Operator RoundByDecimals = new("aten::round", "decimals");
    internal static readonly Operator RoundInPlaceByDecimals = new("aten::round_", "decimals");
    internal static readonly Operator RsqrtInPlace = new("aten::rsqrt_");
    internal static readonly Operator Sgn = new("aten::sgn");
    internal static readonly Operator SignInPlace = new("aten::sign_");
    internal static readonly Operator Signbit = new("aten::signbit");
    internal static readonly Operator TruncInPlace = new("aten::trunc_");
    internal static readonly Operator XlogyByScalarOther = new("aten::xlogy", "Scalar_Other");
    internal static readonly Operator XlogyByTensor = new("aten::xlogy", "Tensor");
}
