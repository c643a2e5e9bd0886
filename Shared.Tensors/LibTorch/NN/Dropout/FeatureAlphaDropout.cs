namespace TorchSharp.Modules;

/// <summary>Alpha dropout of whole channels.</summary>
public sealed class FeatureAlphaDropout : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;

    internal FeatureAlphaDropout(double p)
        : base(nameof(FeatureAlphaDropout))
    {
        _p = p;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.feature_alpha_dropout(tensor, _p, training);
}
