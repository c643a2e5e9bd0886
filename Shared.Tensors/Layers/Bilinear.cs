using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>For each output k, input1 * weight[k] * input2^T, and the bias. Named parameters: <c>weight</c> and <c>bias</c>.</summary>
public sealed class Bilinear : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>Weights and bias uniform within 1 / sqrt(first inputs).</summary>
    /// <param name="in1">First inputs.</param>
    /// <param name="in2">Second inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="bias">Whether a learned constant is added.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    public Bilinear(long in1, long in2, long outputs, bool bias = true, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(Bilinear))
    {
        LayerArguments.Positive(in1, nameof(in1));
        LayerArguments.Positive(in2, nameof(in2));
        LayerArguments.Positive(outputs, nameof(outputs));
        double bound = 1 / Math.Sqrt(in1);
        _weight = new Parameter(torch.empty([outputs, in1, in2], dtype, device));
        torch.nn.init.uniform_(_weight, -bound, bound);
        register_parameter("weight", _weight);
        _bias = bias ? LayerArguments.Bias(outputs, in1, device, dtype) : null;
        if (_bias is not null)
            register_parameter("bias", _bias);
    }

    /// <summary>Outputs by first inputs by second inputs.</summary>
    public Parameter Weight => _weight;

    /// <summary>One number per output, or null.</summary>
    public Parameter? Bias => _bias;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
        torch.nn.functional.bilinear(input1, input2, _weight, _bias);
}
