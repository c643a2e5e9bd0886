namespace TorchSharp.Modules;

/// <summary>One step of a long short-term memory network.</summary>
public sealed class LSTMCell : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor)>
{
    private readonly CellWeights _weights;

    internal LSTMCell(long inputs, long hidden, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LSTMCell))
    {
        _weights = new CellWeights(inputs, hidden, 4, bias, device, dtype);
        _weights.Register(register_parameter);
    }

    /// <summary>Gates times hidden by inputs; setting it disposes the former one.</summary>
    public Parameter weight_ih
    {
        get => _weights.Input;
        set => _weights.Input = Exchange(nameof(weight_ih), value);
    }

    /// <summary>Gates times hidden by hidden; setting it disposes the former one.</summary>
    public Parameter weight_hh
    {
        get => _weights.Hidden;
        set => _weights.Hidden = Exchange(nameof(weight_hh), value);
    }

    /// <summary>The bias of the inputs, or null; setting it disposes the former one.</summary>
    public Parameter? bias_ih
    {
        get => _weights.InputBias;
        set => _weights.InputBias = ExchangeOptional(nameof(bias_ih), value);
    }

    /// <summary>The bias of the state, or null; setting it disposes the former one.</summary>
    public Parameter? bias_hh
    {
        get => _weights.HiddenBias;
        set => _weights.HiddenBias = ExchangeOptional(nameof(bias_hh), value);
    }

    /// <summary>One step.</summary>
    /// <param name="input">Batch by inputs, or inputs.</param>
    /// <param name="h0_c0">The states before: batch by hidden, each; null for zeros.</param>
    /// <returns>The states after; the first is the output too.</returns>
    public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0)
    {
        if (h0_c0 is { } given)
            return NNOperators.LstmCell.Call2(input, new[] { given.Item1, given.Item2 }, _weights.Input, _weights.Hidden, _weights.InputBias, _weights.HiddenBias);
        using var zeros = _weights.ZeroState(input);
        return NNOperators.LstmCell.Call2(input, new[] { zeros, zeros }, _weights.Input, _weights.Hidden, _weights.InputBias, _weights.HiddenBias);
    }

    /// <inheritdoc cref="forward"/>
    public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
