namespace TorchSharp.Modules;

/// <summary>x times the normal distribution function at x.</summary>
public sealed class GELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal GELU()
        : base(nameof(GELU))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Gelu.Call(tensor);
}
