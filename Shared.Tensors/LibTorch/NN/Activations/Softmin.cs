namespace TorchSharp.Modules;

/// <summary>The softmax of -x along a dimension.</summary>
public sealed class Softmin : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _dim;

    internal Softmin(long dim)
        : base(nameof(Softmin))
    {
        _dim = dim;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.softmin(tensor, _dim);
}
