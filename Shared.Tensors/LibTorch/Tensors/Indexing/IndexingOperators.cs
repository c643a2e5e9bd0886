namespace TorchSharp;

/// <summary>Elements by index, mask and range.</summary>
internal static class IndexingOperators
{
    internal static readonly Operator IndexByTensor = new("aten::index", "Tensor");
    internal static readonly Operator IndexPutInPlace = new("aten::index_put_");
}
