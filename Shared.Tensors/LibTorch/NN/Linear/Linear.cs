namespace TorchSharp.Modules;

/// <summary>A linear map of the last dimension: input * weight^T + bias.</summary>
public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    internal Linear(long inputs, long outputs, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(Linear))
    {
        _weight = new Parameter(torch.empty(outputs, inputs, dtype: dtype, device: device));
        torch.nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        register_parameter(nameof(weight), _weight);
        if (!hasBias)
            return;
        _bias = Defaults.Bias(outputs, inputs, device, dtype);
        register_parameter(nameof(bias), _bias);
    }

    /// <summary>Outputs by inputs; setting it disposes the former one.</summary>
    public Parameter weight
    {
        get => _weight;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight), value);
            _weight = value;
        }
    }

    /// <summary>One number per output, or null; setting it disposes the former one.</summary>
    public Parameter? bias
    {
        get => _bias;
        set
        {
            ConditionallyRegisterParameter(nameof(bias), value);
            _bias = value;
        }
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) => NNOperators.Linear.Call(tensor, _weight, _bias);
}
