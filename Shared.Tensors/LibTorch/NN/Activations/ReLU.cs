namespace TorchSharp.Modules;

/// <summary>x where positive, else 0.</summary>
public sealed class ReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool _inplace;

    internal ReLU(bool inplace)
        : base(nameof(ReLU))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? ArithmeticOperators.ReluInPlace : ArithmeticOperators.Relu).Call(tensor);
}
