namespace TorchSharp.Modules;

/// <summary>One step of a gated recurrent network.</summary>
public sealed class GRUCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly CellWeights _weights;

    internal GRUCell(long inputs, long hidden, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(GRUCell))
    {
        _weights = new CellWeights(inputs, hidden, 3, bias, device, dtype);
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
    /// <param name="h0">The state before: batch by hidden; null for zeros.</param>
    /// <returns>The state after, which is the output too.</returns>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null)
    {
        using var zeros = h0 is null ? _weights.ZeroState(input) : null;
        return NNOperators.GruCell.Call(input, h0 ?? zeros, _weights.Input, _weights.Hidden, _weights.InputBias, _weights.HiddenBias);
    }
}
