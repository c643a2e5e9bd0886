namespace TorchSharp.Modules;

/// <summary>x clamped to [0, 6].</summary>
public sealed class ReLU6 : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool _inplace;

    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.Relu6InPlace : NNOperators.Relu6).Call(tensor);
}
