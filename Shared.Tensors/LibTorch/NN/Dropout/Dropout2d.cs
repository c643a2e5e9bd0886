namespace TorchSharp.Modules;

/// <summary>Dropout of whole channels of images.</summary>
public sealed class Dropout2d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;
    private readonly bool _inplace;

    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d))
    {
        _p = p;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.dropout2d(tensor, _p, training, _inplace);
}
