namespace TorchSharp.Modules;

/// <summary>e^x along a dimension, divided by the sum there.</summary>
public sealed class Softmax : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _dim;

    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        _dim = dim;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        tensor.softmax(_dim);
}
