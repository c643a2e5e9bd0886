using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Operators of layers that TorchSharp's versions do not have under one signature; here by the members of the TorchSharp package.</summary>
internal static class EngineLayers
{
    public static torch.Tensor ConvTranspose2d(
        torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long groups, long[] dilation) =>
        torch.nn.functional.conv_transpose2d(input, weight, bias, stride, padding, outputPadding, dilation, groups);
}
