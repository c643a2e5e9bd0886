using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Means over as many windows of images as the output shall have elements.</summary>
/// <param name="height">The output's height.</param>
/// <param name="width">The output's width.</param>
public sealed class AdaptiveAvgPool2d(long height, long width) : torch.nn.Module<torch.Tensor, torch.Tensor>(nameof(AdaptiveAvgPool2d))
{
    private readonly long[] _size = [height, width];

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_avg_pool2d(input, _size);
}
