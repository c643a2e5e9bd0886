namespace TorchSharp;

/// <summary>Comparisons in place.</summary>
internal static class ComparisonInPlaceOperators
{
    internal static readonly Operator EqInPlaceByScalar = new("aten::eq_", "Scalar");
    internal static readonly Operator EqInPlaceByTensor = new("aten::eq_", "Tensor");
    internal static readonly Operator GeInPlaceByScalar = new("aten::ge_", "Scalar");
    internal static readonly Operator GeInPlaceByTensor = new("aten::ge_", "Tensor");
    internal static readonly Operator GtInPlaceByScalar = new("aten::gt_", "Scalar");
    internal static readonly Operator GtInPlaceByTensor = new("aten::gt_", "Tensor");
    internal static readonly Operator LeInPlaceByScalar = new("aten::le_", "Scalar");
    internal static readonly Operator LeInPlaceByTensor = new("aten::le_", "Tensor");
    internal static readonly Operator LtInPlaceByScalar = new("aten::lt_", "Scalar");
    internal static readonly Operator LtInPlaceByTensor = new("aten::lt_", "Tensor");
    internal static readonly Operator NeInPlaceByScalar = new("aten::ne_", "Scalar");
    internal static readonly Operator NeInPlaceByTensor = new("aten::ne_", "Tensor");
}
