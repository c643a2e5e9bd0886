namespace TorchSharp.Modules;

/// <summary>x moved towards 0 by lambda, 0 within lambda of 0.</summary>
public sealed class Softshrink : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _lambda;

    internal Softshrink(double lambda)
        : base(nameof(Softshrink))
    {
        _lambda = lambda;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Softshrink.Call(tensor, _lambda);
}
