namespace TorchSharp.Modules;

/// <summary>The logistic function 1 / (1 + e^-x).</summary>
public sealed class Sigmoid : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Sigmoid()
        : base(nameof(Sigmoid))
    {
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        ArithmeticOperators.Sigmoid.Call(tensor);
}
