using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Joins dimensions to one.</summary>
/// <param name="startDim">The first one joined.</param>
/// <param name="endDim">The last one joined.</param>
public sealed class Flatten(long startDim = 1, long endDim = -1) : torch.nn.Module<torch.Tensor, torch.Tensor>(nameof(Flatten))
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.flatten(startDim, endDim);
    }
}
