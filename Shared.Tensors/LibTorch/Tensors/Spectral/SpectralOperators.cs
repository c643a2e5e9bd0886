namespace TorchSharp;

internal static class SpectralOperators
{
    internal static readonly Operator Stft = new("aten::stft");
    internal static readonly Operator InverseStft = new("aten::istft");
}
