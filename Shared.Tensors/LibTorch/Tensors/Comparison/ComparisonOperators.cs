namespace TorchSharp;

/// <summary>Comparisons and logic.</summary>
internal static class ComparisonOperators
{
    internal static readonly Operator All = new("aten::all");
    internal static readonly Operator AllByDim = new("aten::all", "dim");
    internal static readonly Operator Allclose = new("aten::allclose");
    internal static readonly Operator Any = new("aten::any");
    internal static readonly Operator AnyByDim = new("aten::any", "dim");
    internal static readonly Operator EqByScalar = new("aten::eq", "Scalar");
    internal static readonly Operator EqByTensor = new("aten::eq", "Tensor");
    internal static readonly Operator GeByScalar = new("aten::ge", "Scalar");
    internal static readonly Operator GeByTensor = new("aten::ge", "Tensor");
    internal static readonly Operator GtByScalar = new("aten::gt", "Scalar");
    internal static readonly Operator GtByTensor = new("aten::gt", "Tensor");
    internal static readonly Operator Isclose = new("aten::isclose");
    internal static readonly Operator LeByScalar = new("aten::le", "Scalar");
    internal static readonly Operator LeByTensor = new("aten::le", "Tensor");
    internal static readonly Operator LogicalAnd = new("aten::logical_and");
    internal static readonly Operator LogicalOr = new("aten::logical_or");
    internal static readonly Operator LogicalXor = new("aten::logical_xor");
    internal static readonly Operator LtByScalar = new("aten::lt", "Scalar");
    internal static readonly Operator LtByTensor = new("aten::lt", "Tensor");
    internal static readonly Operator MaskedFillByScalar = new("aten::masked_fill", "Scalar");
    internal static readonly Operator NeByScalar = new("aten::ne", "Scalar");
    internal static readonly Operator NeByTensor = new("aten::ne", "Tensor");
}
