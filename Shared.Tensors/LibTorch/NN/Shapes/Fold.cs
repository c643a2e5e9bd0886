namespace TorchSharp.Modules;

/// <summary>Adds columns of windows up to images.</summary>
public sealed class Fold : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly (long, long) _outputSize;
    private readonly (long, long) _kernelSize;
    private readonly (long, long) _dilation;
    private readonly (long, long) _padding;
    private readonly (long, long) _stride;

    internal Fold((long, long) outputSize, (long, long) kernelSize, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Fold))
    {
        _outputSize = outputSize;
        _kernelSize = kernelSize;
        _dilation = dilation;
        _padding = padding;
        _stride = stride;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.fold(tensor, _outputSize, _kernelSize, _dilation, _padding, _stride);
}
