using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Operators of layers that TorchSharp's versions do not have under one signature.</summary>
internal static class EngineLayers
{
    public static torch.Tensor ConvTranspose2d(
        torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long groups, long[] dilation) =>
        NNOperators.ConvTranspose2d.Call(input, weight, bias, stride, padding, outputPadding, groups, dilation);
}
