using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>
/// The adjoint of a convolution of images: batch by channels by height by width to larger ones. Named parameters: <c>weight</c>, inputs
/// by (outputs / groups) by kernel, and <c>bias</c>.
/// </summary>
public sealed class ConvTranspose2d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long[] _outputPadding;
    private readonly long[] _dilation;
    private readonly long _groups;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>Weights and bias uniform within 1 / sqrt(outputs of a unit).</summary>
    /// <param name="inChannels">Input channels.</param>
    /// <param name="outChannels">Output channels.</param>
    /// <param name="kernelSize">The kernel's size.</param>
    /// <param name="stride">Steps of the kernel.</param>
    /// <param name="padding">How much is cut off at both ends.</param>
    /// <param name="outputPadding">How much is added at the end; below the stride or the dilation.</param>
    /// <param name="groups">Groups of channels without connection.</param>
    /// <param name="bias">Whether a learned constant per output channel is added.</param>
    /// <param name="dilation">Steps within the kernel.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the channels are not multiples of the groups.</exception>
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize, long stride = 1, long padding = 0, long outputPadding = 0,
        long groups = 1, bool bias = true, long dilation = 1, torch.Device? device = null, torch.ScalarType? dtype = null)
        : this(inChannels, outChannels, (kernelSize, kernelSize), (stride, stride), (padding, padding), (outputPadding, outputPadding), groups,
            bias, (dilation, dilation), device, dtype)
    {
    }

    /// <inheritdoc cref="ConvTranspose2d(long, long, long, long, long, long, long, bool, long, torch.Device, torch.ScalarType?)"/>
    /// <summary>Sizes and steps by height and width.</summary>
    public ConvTranspose2d(long inChannels, long outChannels, (long Height, long Width) kernelSize, (long Height, long Width)? stride = null,
        (long Height, long Width)? padding = null, (long Height, long Width)? outputPadding = null, long groups = 1, bool bias = true,
        (long Height, long Width)? dilation = null, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(ConvTranspose2d))
    {
        _stride = LayerArguments.Pair(stride ?? (1, 1));
        _padding = LayerArguments.Pair(padding ?? (0, 0));
        _outputPadding = LayerArguments.Pair(outputPadding ?? (0, 0));
        _dilation = LayerArguments.Pair(dilation ?? (1, 1));
        _groups = groups;
        LayerArguments.Convolution(inChannels, outChannels, groups, Math.Min(_padding[0], _padding[1]),
            Math.Min(kernelSize.Height, kernelSize.Width), _stride.Min(), _dilation.Min());
        _weight = LayerArguments.Weight([inChannels, outChannels / groups, kernelSize.Height, kernelSize.Width], device, dtype);
        register_parameter("weight", _weight);
        _bias = bias ? LayerArguments.Bias(outChannels, outChannels / groups * kernelSize.Height * kernelSize.Width, device, dtype) : null;
        if (_bias is not null)
            register_parameter("bias", _bias);
    }

    /// <summary>Inputs by (outputs / groups) by kernel.</summary>
    public Parameter Weight => _weight;

    /// <summary>One number per output channel, or null.</summary>
    public Parameter? Bias => _bias;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) =>
        EngineLayers.ConvTranspose2d(input, _weight, _bias, _stride, _padding, _outputPadding, _groups, _dilation);
}
