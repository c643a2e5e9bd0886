namespace TorchSharp.Modules;

/// <summary>x times the logistic function of x.</summary>
public sealed class SiLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal SiLU()
        : base(nameof(SiLU))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Silu.Call(tensor);
}
