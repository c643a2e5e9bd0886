using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>Convolves sequences: batch by channels by length. Named parameters: <c>weight</c>, outputs by (inputs / groups) by kernel, and <c>bias</c>.</summary>
public sealed class Conv1d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _stride;
    private readonly long _padding;
    private readonly long _dilation;
    private readonly long _groups;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>The same kernel size and steps in every dimension; weights and bias uniform within 1 / sqrt(inputs of a unit).</summary>
    /// <param name="inChannels">Input channels.</param>
    /// <param name="outChannels">Output channels.</param>
    /// <param name="kernelSize">The kernel's size.</param>
    /// <param name="stride">Steps of the kernel.</param>
    /// <param name="padding">Zeros at both ends.</param>
    /// <param name="dilation">Steps within the kernel.</param>
    /// <param name="groups">Groups of channels without connection.</param>
    /// <param name="bias">Whether a learned constant per output channel is added.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the channels are not multiples of the groups.</exception>
    public Conv1d(long inChannels, long outChannels, long kernelSize, long stride = 1, long padding = 0, long dilation = 1,
        long groups = 1, bool bias = true, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(Conv1d))
    {
        LayerArguments.Convolution(inChannels, outChannels, groups, padding, kernelSize, stride, dilation);
        (_stride, _padding, _dilation, _groups) = (stride, padding, dilation, groups);
        _weight = LayerArguments.Weight([outChannels, inChannels / groups, kernelSize], device, dtype);
        register_parameter("weight", _weight);
        _bias = bias ? LayerArguments.Bias(outChannels, inChannels / groups * kernelSize, device, dtype) : null;
        if (_bias is not null)
            register_parameter("bias", _bias);
    }

    /// <summary>Outputs by (inputs / groups) by kernel.</summary>
    public Parameter Weight => _weight;

    /// <summary>One number per output channel, or null.</summary>
    public Parameter? Bias => _bias;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) =>
        torch.nn.functional.conv1d(input, _weight, _bias, _stride, _padding, _dilation, _groups);
}
