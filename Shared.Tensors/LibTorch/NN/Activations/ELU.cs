namespace TorchSharp.Modules;

/// <summary>x where positive, else alpha (e^x - 1).</summary>
public sealed class ELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _alpha;
    private readonly bool _inplace;

    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        _alpha = alpha;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.EluInPlace : NNOperators.Elu).Call(tensor, _alpha);
}
