namespace TorchSharp.Modules;

/// <summary>The input as it is.</summary>
public sealed class Identity : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        tensor.alias();
}
