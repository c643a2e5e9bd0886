namespace TorchSharp.Modules;

/// <summary>x tanh(log(1 + e^x)).</summary>
public sealed class Mish : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Mish()
        : base(nameof(Mish))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Mish.Call(tensor);
}
