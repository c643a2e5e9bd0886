namespace TorchSharp.Modules;

/// <summary>x, but 0 within lambda of 0.</summary>
public sealed class Hardshrink : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _lambda;

    internal Hardshrink(double lambda)
        : base(nameof(Hardshrink))
    {
        _lambda = lambda;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Hardshrink.Call(tensor, _lambda);
}
