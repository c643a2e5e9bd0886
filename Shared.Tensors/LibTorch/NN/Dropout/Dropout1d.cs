namespace TorchSharp.Modules;

/// <summary>Dropout of whole channels of sequences.</summary>
public sealed class Dropout1d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;
    private readonly bool _inplace;

    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        _p = p;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.dropout1d(tensor, _p, training, _inplace);
}
