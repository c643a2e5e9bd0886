namespace TorchSharp.Modules;

/// <summary>The exponential linear unit that keeps mean 0 and variance 1.</summary>
public sealed class SELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool _inplace;

    internal SELU(bool inplace)
        : base(nameof(SELU))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.SeluInPlace : NNOperators.Selu).Call(tensor);
}
