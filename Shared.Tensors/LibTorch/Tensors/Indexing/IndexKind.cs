namespace TorchSharp;

/// <summary>What a <see cref="torch.TensorIndex"/> is.</summary>
internal enum IndexKind
{
    Slice,
    Single,
    Ellipsis,
    NewDimension,
    Bool,
    Positions,
}
