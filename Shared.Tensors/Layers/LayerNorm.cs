using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>
/// Shifts and scales to mean 0 and variance 1 over the last dimensions. Source: Ba, Kiros and Hinton (2016), Layer Normalization.
/// Named parameters: <c>weight</c> and <c>bias</c>, of the normalized shape.
/// </summary>
public sealed class LayerNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long[] _shape;
    private readonly double _eps;
    private readonly Parameter? _weight;
    private readonly Parameter? _bias;

    /// <summary>Over the last dimension.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">Whether factors and summands per element are learned.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    public LayerNorm(long size, double eps = 1e-05, bool affine = true, torch.Device? device = null, torch.ScalarType? dtype = null)
        : this([size], eps, affine, device, dtype)
    {
    }

    /// <summary>Over several dimensions.</summary>
    /// <inheritdoc cref="LayerNorm(long, double, bool, torch.Device, torch.ScalarType?)"/>
    /// <param name="shape">The sizes of the last dimensions.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">Whether factors and summands per element are learned.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    public LayerNorm(long[] shape, double eps = 1e-05, bool affine = true, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(LayerNorm))
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = [.. shape];
        _eps = eps;
        if (!affine)
            return;
        _weight = LayerArguments.Constant(_shape, 1, device, dtype);
        _bias = LayerArguments.Constant(_shape, 0, device, dtype);
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <summary>Factors of the normalized shape, or null.</summary>
    public Parameter? Weight => _weight;

    /// <summary>Summands of the normalized shape, or null.</summary>
    public Parameter? Bias => _bias;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.layer_norm(input, _shape, _weight, _bias, _eps);
}
