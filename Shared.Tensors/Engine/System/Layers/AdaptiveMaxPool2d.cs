using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>The largest elements of as many windows of images as the output shall have elements.</summary>
/// <param name="height">The output's height.</param>
/// <param name="width">The output's width.</param>
public sealed class AdaptiveMaxPool2d(long height, long width) : torch.nn.Module<torch.Tensor, torch.Tensor>(nameof(AdaptiveMaxPool2d))
{
    private readonly long[] _size = [height, width];

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        (torch.Tensor values, torch.Tensor places) = NNOperators.AdaptiveMaxPool2d.Call2(input, _size);
        places.Dispose();
        return values;
    }
}
