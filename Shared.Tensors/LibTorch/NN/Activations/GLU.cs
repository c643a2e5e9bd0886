namespace TorchSharp.Modules;

/// <summary>The first half along a dimension times the logistic function of the second.</summary>
public sealed class GLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _dim;

    internal GLU(long dim)
        : base(nameof(GLU))
    {
        _dim = dim;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.Glu.Call(tensor, _dim);
}
