namespace TorchSharp;

/// <summary>The operators of nn.init.</summary>
internal static class InitOperators
{
    internal static readonly Operator Diagonal = new("aten::diagonal");
    internal static readonly Operator ErfinvInPlace = new("aten::erfinv_");
    internal static readonly Operator IndexFillInPlace = new("aten::index_fill_", "int_Scalar");
}
