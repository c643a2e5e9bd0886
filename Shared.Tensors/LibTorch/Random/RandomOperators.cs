namespace TorchSharp;

/// <summary>Random draws.</summary>
internal static class RandomOperators
{
    internal static readonly Operator Binomial = new("aten::binomial");
    internal static readonly Operator CauchyInPlace = new("aten::cauchy_");
    internal static readonly Operator ExponentialInPlace = new("aten::exponential_");
    internal static readonly Operator GeometricInPlace = new("aten::geometric_");
    internal static readonly Operator LogNormalInPlace = new("aten::log_normal_");
    internal static readonly Operator Poisson = new("aten::poisson");
    internal static readonly Operator RandomInPlaceByFrom = new("aten::random_", "from");
}
