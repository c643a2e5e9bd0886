using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>The largest element in each window of sequences.</summary>
public sealed class MaxPool1d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long[] _kernelSize;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long[] _dilation;
    private readonly bool _ceilMode;

    /// <summary>A window of sequences.</summary>
    /// <param name="kernelSize">The window.</param>
    /// <param name="stride">Steps of the window; null for the window's size.</param>
    /// <param name="padding">Elements that never win at both ends, at most half the window.</param>
    /// <param name="dilation">Steps within the window.</param>
    /// <param name="ceilMode">Whether a window that reaches beyond the end counts.</param>
    public MaxPool1d(long kernelSize, long? stride = null, long padding = 0, long dilation = 1, bool ceilMode = false)
        : base(nameof(MaxPool1d))
    {
        (_kernelSize, _stride, _padding, _dilation, _ceilMode) = ([kernelSize], [stride ?? kernelSize], [padding], [dilation], ceilMode);
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) =>
        NNOperators.MaxPool1d.Call(input, _kernelSize, _stride, _padding, _dilation, _ceilMode);
}
