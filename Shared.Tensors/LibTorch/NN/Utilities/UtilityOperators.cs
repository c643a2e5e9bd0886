namespace TorchSharp;

/// <summary>The operators of nn.utils.</summary>
internal static class UtilityOperators
{
    internal static readonly Operator Norms = new("aten::_foreach_norm", "Scalar");
    internal static readonly Operator ScaleInPlace = new("aten::_foreach_mul_", "Scalar");
    internal static readonly Operator VectorNorm = new("aten::linalg_vector_norm");
}
