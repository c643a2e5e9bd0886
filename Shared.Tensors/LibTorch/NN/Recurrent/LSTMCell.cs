namespace TorchSharp.Modules;

/// <summary>One step of a long short-term memory network.</summary>
public sealed class LSTMCell : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor)>
{
    private readonly long _hidden;
    private Parameter _weightIh;
    private Parameter _weightHh;
    private Parameter? _biasIh;
    private Parameter? _biasHh;

    internal LSTMCell(long inputs, long hidden, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LSTMCell))
    {
        new RecurrentShape(inputs, hidden, 1, 4, bias, false, 0, false).Check();
        _hidden = hidden;
        var bound = 1 / Math.Sqrt(hidden);
        register_parameter(nameof(weight_ih), _weightIh = Defaults.Uniform([4 * hidden, inputs], bound, device, dtype));
        register_parameter(nameof(weight_hh), _weightHh = Defaults.Uniform([4 * hidden, hidden], bound, device, dtype));
        if (!bias)
            return;
        register_parameter(nameof(bias_ih), _biasIh = Defaults.Uniform([4 * hidden], bound, device, dtype));
        register_parameter(nameof(bias_hh), _biasHh = Defaults.Uniform([4 * hidden], bound, device, dtype));
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
    /// <param name="h0_c0">The states before: batch by hidden, each; null for zeros.</param>
    /// <returns>The states after; the first is the output too.</returns>
    public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0)
    {
        if (h0_c0 is { } given)
            return NNOperators.LstmCell.Call2(input, new[] { given.Item1, given.Item2 }, _weightIh, _weightHh, _biasIh, _biasHh);
        using var zeros = ZeroState(input);
        return NNOperators.LstmCell.Call2(input, new[] { zeros, zeros }, _weightIh, _weightHh, _biasIh, _biasHh);
    }

    /// <inheritdoc cref="forward"/>
    public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    private torch.Tensor ZeroState(torch.Tensor input) => input.ndim == 1
        ? torch.zeros([_hidden], _weightHh.dtype, input.device)
        : torch.zeros([input.shape[0], _hidden], _weightHh.dtype, input.device);
}
