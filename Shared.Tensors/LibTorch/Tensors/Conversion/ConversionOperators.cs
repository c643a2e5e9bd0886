namespace TorchSharp;

/// <summary>Types, devices, copies.</summary>
internal static class ConversionOperators
{
    internal static readonly Operator Alias = new("aten::alias");
    internal static readonly Operator Clone = new("aten::clone");
    internal static readonly Operator Detach = new("aten::detach");
    internal static readonly Operator Item = new("aten::item");
    internal static readonly Operator ToByDtype = new("aten::to", "dtype");
}
