namespace TorchSharp.Modules;

/// <summary>Sets elements to 0 at random and multiplies the others by 1 / (1 - p), in training.</summary>
public sealed class Dropout : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;
    private readonly bool _inplace;

    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout))
    {
        _p = p;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.dropout(tensor, _p, training, _inplace);
}
