namespace TorchSharp.Modules;

/// <summary>log(1 + e^(beta x)) / beta; x itself where beta x is above the threshold.</summary>
public sealed class Softplus : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _beta;
    private readonly double _threshold;

    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        _beta = beta;
        _threshold = threshold;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Softplus.Call(tensor, _beta, _threshold);
}
