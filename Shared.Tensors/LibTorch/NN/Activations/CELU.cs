namespace TorchSharp.Modules;

/// <summary>max(0, x) + min(0, alpha (e^(x / alpha) - 1)).</summary>
public sealed class CELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _alpha;
    private readonly bool _inplace;

    internal CELU(double alpha, bool inplace)
        : base(nameof(CELU))
    {
        _alpha = alpha;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.CeluInPlace : NNOperators.Celu).Call(tensor, _alpha);
}
