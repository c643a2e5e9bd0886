namespace TorchSharp;

/// <summary>The operators of new tensors of another one's kind.</summary>
internal static class NewLikeOperators
{
    internal static readonly Operator NewEmpty = new("aten::new_empty");
    internal static readonly Operator NewFull = new("aten::new_full");
    internal static readonly Operator NewZeros = new("aten::new_zeros");
}
