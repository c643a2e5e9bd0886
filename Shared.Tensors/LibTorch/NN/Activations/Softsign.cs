namespace TorchSharp.Modules;

/// <summary>x / (1 + |x|).</summary>
public sealed class Softsign : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Softsign()
        : base(nameof(Softsign))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.Softsign(tensor);
}
