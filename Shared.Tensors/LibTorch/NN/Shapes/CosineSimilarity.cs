namespace TorchSharp.Modules;

/// <summary>The cosine of the angle between vectors along a dimension.</summary>
public sealed class CosineSimilarity : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly long _dim;
    private readonly double _eps;

    internal CosineSimilarity(long dim, double eps)
        : base(nameof(CosineSimilarity))
    {
        _dim = dim;
        _eps = eps;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
        NNOperators.CosineSimilarity.Call(input1, input2, _dim, _eps);
}
