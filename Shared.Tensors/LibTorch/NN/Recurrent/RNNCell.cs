namespace TorchSharp.Modules;

/// <summary>One step of a simple recurrent network.</summary>
public sealed class RNNCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly long _hidden;
    private readonly torch.nn.NonLinearities _nonLinearity;
    private Parameter _weightIh;
    private Parameter _weightHh;
    private Parameter? _biasIh;
    private Parameter? _biasHh;

    internal RNNCell(long inputs, long hidden, torch.nn.NonLinearities nonLinearity, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(RNNCell))
    {
        new RecurrentShape(inputs, hidden, 1, 1, bias, false, 0, false).Check();
        _hidden = hidden;
        _nonLinearity = nonLinearity;
        var bound = 1 / Math.Sqrt(hidden);
        register_parameter(nameof(weight_ih), _weightIh = Defaults.Uniform([1 * hidden, inputs], bound, device, dtype));
        register_parameter(nameof(weight_hh), _weightHh = Defaults.Uniform([1 * hidden, hidden], bound, device, dtype));
        if (!bias)
            return;
        register_parameter(nameof(bias_ih), _biasIh = Defaults.Uniform([1 * hidden], bound, device, dtype));
        register_parameter(nameof(bias_hh), _biasHh = Defaults.Uniform([1 * hidden], bound, device, dtype));
    }

    /// <summary>Gates times hidden by inputs; setting it disposes the former one.</summary>
    public Parameter weight_ih
    {
        get => _weightIh;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight_ih), value);
            _weightIh = value;
        }
    }

    /// <summary>Gates times hidden by hidden; setting it disposes the former one.</summary>
    public Parameter weight_hh
    {
        get => _weightHh;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter(nameof(weight_hh), value);
            _weightHh = value;
        }
    }

    /// <summary>The bias of the inputs, or null; setting it disposes the former one.</summary>
    public Parameter? bias_ih
    {
        get => _biasIh;
        set
        {
            ConditionallyRegisterParameter(nameof(bias_ih), value);
            _biasIh = value;
        }
    }

    /// <summary>The bias of the state, or null; setting it disposes the former one.</summary>
    public Parameter? bias_hh
    {
        get => _biasHh;
        set
        {
            ConditionallyRegisterParameter(nameof(bias_hh), value);
            _biasHh = value;
        }
    }

    /// <summary>One step.</summary>
    /// <param name="input">Batch by inputs, or inputs.</param>
    /// <param name="h0">The state before: batch by hidden; null for zeros.</param>
    /// <returns>The state after, which is the output too.</returns>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null)
    {
        using var zeros = h0 is null ? ZeroState(input) : null;
        return (_nonLinearity == torch.nn.NonLinearities.ReLU ? NNOperators.RnnReluCell : NNOperators.RnnTanhCell).Call(input, h0 ?? zeros, _weightIh, _weightHh, _biasIh, _biasHh);
    }

    private torch.Tensor ZeroState(torch.Tensor input) => input.ndim == 1
        ? torch.zeros([_hidden], _weightHh.dtype, input.device)
        : torch.zeros([input.shape[0], _hidden], _weightHh.dtype, input.device);
}
