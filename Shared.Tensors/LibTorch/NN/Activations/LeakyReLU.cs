namespace TorchSharp.Modules;

/// <summary>x where positive, else x times a small slope.</summary>
public sealed class LeakyReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _negativeSlope;
    private readonly bool _inplace;

    internal LeakyReLU(double negativeSlope, bool inplace)
        : base(nameof(LeakyReLU))
    {
        _negativeSlope = negativeSlope;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.LeakyReluInPlace : NNOperators.LeakyRelu).Call(tensor, _negativeSlope);
}
