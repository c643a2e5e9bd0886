using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>The mean in each window of sequences.</summary>
public sealed class AvgPool1d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long[] _kernelSize;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly bool _ceilMode;

    /// <summary>A window of sequences.</summary>
    /// <param name="kernelSize">The window.</param>
    /// <param name="stride">Steps of the window; null for the window's size.</param>
    /// <param name="padding">Zeros at both ends, at most half the window.</param>
    /// <param name="ceilMode">Whether a window that reaches beyond the end counts.</param>
    public AvgPool1d(long kernelSize, long? stride = null, long padding = 0, bool ceilMode = false)
        : base(nameof(AvgPool1d))
    {
        (_kernelSize, _stride, _padding, _ceilMode) = ([kernelSize], [stride ?? kernelSize], [padding], ceilMode);
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) =>
        NNOperators.AvgPool1d.Call(input, _kernelSize, _stride, _padding, _ceilMode);
}
