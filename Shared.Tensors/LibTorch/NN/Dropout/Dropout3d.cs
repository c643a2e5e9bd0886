namespace TorchSharp.Modules;

/// <summary>Dropout of whole channels of volumes.</summary>
public sealed class Dropout3d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _p;
    private readonly bool _inplace;

    internal Dropout3d(double p, bool inplace)
        : base(nameof(Dropout3d))
    {
        _p = p;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.dropout3d(tensor, _p, training, _inplace);
}
