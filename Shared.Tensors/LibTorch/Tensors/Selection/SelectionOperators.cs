namespace TorchSharp;

/// <summary>Searching and choosing.</summary>
internal static class SelectionOperators
{
    internal static readonly Operator Argwhere = new("aten::argwhere");
    internal static readonly Operator BucketizeByTensor = new("aten::bucketize", "Tensor");
    internal static readonly Operator DiagonalScatter = new("aten::diagonal_scatter");
    internal static readonly Operator IndexAdd = new("aten::index_add");
    internal static readonly Operator IndexCopy = new("aten::index_copy");
    internal static readonly Operator IndexCopyInPlace = new("aten::index_copy_");
    internal static readonly Operator IndexFillByIntScalar = new("aten::index_fill", "int_Scalar");
    internal static readonly Operator IndexFillInPlaceByIntScalar = new("aten::index_fill_", "int_Scalar");
    internal static readonly Operator IsinByTensorTensor = new("aten::isin", "Tensor_Tensor");
    internal static readonly Operator MaskedScatter = new("aten::masked_scatter");
    internal static readonly Operator MaskedScatterInPlace = new("aten::masked_scatter_");
    internal static readonly Operator NonzeroNumpy = new("aten::nonzero_numpy");
    internal static readonly Operator ScatterAdd = new("aten::scatter_add");
    internal static readonly Operator ScatterAddInPlace = new("aten::scatter_add_");
    internal static readonly Operator SearchsortedByTensor = new("aten::searchsorted", "Tensor");
    internal static readonly Operator SelectScatter = new("aten::select_scatter");
    internal static readonly Operator SliceScatter = new("aten::slice_scatter");
    internal static readonly Operator Take = new("aten::take");
    internal static readonly Operator TakeAlongDim = new("aten::take_along_dim");
}
