namespace TorchSharp.Modules;

/// <summary>The windows of images as columns.</summary>
public sealed class Unfold : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly (long, long) _kernelSize;
    private readonly (long, long) _dilation;
    private readonly (long, long) _padding;
    private readonly (long, long) _stride;

    internal Unfold((long, long) kernelSize, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Unfold))
    {
        _kernelSize = kernelSize;
        _dilation = dilation;
        _padding = padding;
        _stride = stride;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.unfold(tensor, _kernelSize, _dilation, _padding, _stride);
}
