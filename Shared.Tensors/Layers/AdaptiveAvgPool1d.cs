using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Means over as many windows of sequences as the output shall have elements.</summary>
/// <param name="outputSize">The output's length.</param>
public sealed class AdaptiveAvgPool1d(long outputSize) : torch.nn.Module<torch.Tensor, torch.Tensor>(nameof(AdaptiveAvgPool1d))
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_avg_pool1d(input, outputSize);
}
