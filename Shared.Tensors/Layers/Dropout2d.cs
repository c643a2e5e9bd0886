using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Sets whole channels of images to 0 at random and multiplies the others by 1 / (1 - p), in training.</summary>
/// <param name="p">The probability of 0.</param>
/// <param name="inplace">Whether the input itself is changed.</param>
public sealed class Dropout2d(double p = 0.5, bool inplace = false) : torch.nn.Module<torch.Tensor, torch.Tensor>(nameof(Dropout2d))
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.dropout2d(input, p, training, inplace);
}
