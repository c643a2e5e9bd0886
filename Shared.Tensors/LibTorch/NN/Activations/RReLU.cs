namespace TorchSharp.Modules;

/// <summary>x where positive, else x times a slope: drawn per element in training, the middle one otherwise.</summary>
public sealed class RReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _lower;
    private readonly double _upper;
    private readonly bool _inplace;

    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU))
    {
        _lower = lower;
        _upper = upper;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.RreluInPlace : NNOperators.Rrelu).Call(tensor, _lower, _upper, training);
}
