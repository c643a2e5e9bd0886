namespace TorchSharp.Modules;

/// <summary>Dropout that keeps the mean and variance of SELU outputs.</summary>
public sealed class AlphaDropout : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;
    private readonly bool _inplace;

    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        _p = p;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.alpha_dropout(tensor, _p, training, _inplace);
}
