namespace TorchSharp;

/// <summary>The operators of rearrangement.</summary>
internal static class RearrangementOperators
{
    internal static readonly Operator AsStrided = new("aten::as_strided");
    internal static readonly Operator Atleast1d = new("aten::atleast_1d");
    internal static readonly Operator Atleast2d = new("aten::atleast_2d");
    internal static readonly Operator Atleast3d = new("aten::atleast_3d");
    internal static readonly Operator BlockDiag = new("aten::block_diag");
    internal static readonly Operator BroadcastTensors = new("aten::broadcast_tensors");
    internal static readonly Operator CartesianProd = new("aten::cartesian_prod");
    internal static readonly Operator ColumnStack = new("aten::column_stack");
    internal static readonly Operator Combinations = new("aten::combinations");
    internal static readonly Operator DiagEmbed = new("aten::diag_embed");
    internal static readonly Operator Diagflat = new("aten::diagflat");
    internal static readonly Operator Dstack = new("aten::dstack");
    internal static readonly Operator Fliplr = new("aten::fliplr");
    internal static readonly Operator Flipud = new("aten::flipud");
    internal static readonly Operator HsplitByArray = new("aten::hsplit", "array");
    internal static readonly Operator HsplitByInt = new("aten::hsplit", "int");
    internal static readonly Operator Hstack = new("aten::hstack");
    internal static readonly Operator MeshgridByIndexing = new("aten::meshgrid", "indexing");
    internal static readonly Operator MovedimByIntlist = new("aten::movedim", "intlist");
    internal static readonly Operator Ravel = new("aten::ravel");
    internal static readonly Operator RepeatInterleaveBySelfInt = new("aten::repeat_interleave", "self_int");
    internal static readonly Operator RepeatInterleaveBySelfTensor = new("aten::repeat_interleave", "self_Tensor");
    internal static readonly Operator Roll = new("aten::roll");
    internal static readonly Operator Rot90 = new("aten::rot90");
    internal static readonly Operator SqueezeInPlace = new("aten::squeeze_");
    internal static readonly Operator SqueezeInPlaceByDim = new("aten::squeeze_", "dim");
    internal static readonly Operator TensorSplitByIndices = new("aten::tensor_split", "indices");
    internal static readonly Operator TensorSplitBySections = new("aten::tensor_split", "sections");
    internal static readonly Operator TensorSplitByTensorIndicesOrSections = new("aten::tensor_split", "tensor_indices_or_sections");
    internal static readonly Operator Tile = new("aten::tile");
    internal static readonly Operator UnflattenByInt = new("aten::unflatten", "int");
    internal static readonly Operator Unfold = new("aten::unfold");
    internal static readonly Operator UnsqueezeInPlace = new("aten::unsqueeze_");
    internal static readonly Operator ViewAs = new("aten::view_as");
    internal static readonly Operator VsplitByArray = new("aten::vsplit", "array");
    internal static readonly Operator VsplitByInt = new("aten::vsplit", "int");
    internal static readonly Operator Vstack = new("aten::vstack");
}
