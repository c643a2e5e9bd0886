using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>The mean in each window of images.</summary>
public sealed class AvgPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long[] _kernelSize;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly bool _ceilMode;

    /// <summary>A square window.</summary>
    /// <param name="kernelSize">The window.</param>
    /// <param name="stride">Steps of the window; null for the window's size.</param>
    /// <param name="padding">Zeros at both ends, at most half the window.</param>
    /// <param name="ceilMode">Whether a window that reaches beyond the end counts.</param>
    public AvgPool2d(long kernelSize, long? stride = null, long padding = 0, bool ceilMode = false)
        : this((kernelSize, kernelSize), stride is { } step ? (step, step) : null, (padding, padding), ceilMode)
    {
    }

    /// <summary>A window by height and width.</summary>
    /// <param name="kernelSize">The window.</param>
    /// <param name="stride">Steps of the window; null for the window's size.</param>
    /// <param name="padding">Zeros at both ends, at most half the window.</param>
    /// <param name="ceilMode">Whether a window that reaches beyond the end counts.</param>
    public AvgPool2d((long Height, long Width) kernelSize, (long Height, long Width)? stride = null, (long Height, long Width)? padding = null,
        bool ceilMode = false)
        : base(nameof(AvgPool2d))
    {
        _kernelSize = LayerArguments.Pair(kernelSize);
        _stride = LayerArguments.Pair(stride ?? kernelSize);
        _padding = LayerArguments.Pair(padding ?? (0, 0));
        _ceilMode = ceilMode;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) =>
        NNOperators.AvgPool2d.Call(input, _kernelSize, _stride, _padding, _ceilMode);
}
