namespace TorchSharp.Modules;

/// <summary>The softmax over the channels of images.</summary>
public sealed class Softmax2d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Softmax2d()
        : base(nameof(Softmax2d))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        tensor.softmax(-3);
}
