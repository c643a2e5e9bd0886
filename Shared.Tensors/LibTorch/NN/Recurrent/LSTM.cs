namespace TorchSharp.Modules;

/// <summary>Long short-term memory networks, one upon another. Source: Hochreiter and Schmidhuber (1997), Long short-term memory.</summary>
public sealed class LSTM : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor, torch.Tensor)>
{
    private readonly RecurrentWeights _weights;

    internal LSTM(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LSTM))
    {
        _weights = RecurrentWeights.Register(this, new(inputs, hidden, layers, 4, bias, batchFirst, dropout, bidirectional), device, dtype);
    }

    /// <summary>Reads sequences.</summary>
    /// <param name="input">Time by batch by inputs, batch by time by inputs with batch first, or time by inputs.</param>
    /// <param name="h0_c0">The states before: layers times directions by batch by hidden, each; null for zeros.</param>
    /// <returns>The outputs at all times, and the states after.</returns>
    public override (torch.Tensor, torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null)
    {
        if (input.ndim == 2)
            return ReadOne(input, h0_c0);
        var s = _weights.Shape;
        using var zeros = _weights.ZeroState(input, h0_c0?.Item1);
        torch.Tensor[] states = h0_c0 is { } given ? [given.Item1, given.Item2] : [zeros!, zeros!];
        return NNOperators.Lstm.Call3(input, states, _weights.Argument, s.Bias, s.Layers, s.Dropout, training, s.Bidirectional, s.BatchFirst);
    }

    /// <inheritdoc cref="forward"/>
    public new (torch.Tensor, torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Reads packed sequences of different lengths; states are in the order before sorting.</summary>
    /// <inheritdoc cref="forward"/>
    public (torch.nn.utils.rnn.PackedSequence, torch.Tensor, torch.Tensor) call(
        torch.nn.utils.rnn.PackedSequence input, (torch.Tensor, torch.Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = torch.NewDisposeScope();
        var s = _weights.Shape;
        var zeros = input.ZeroState(s, h0_c0?.Item1);
        torch.Tensor[] states = h0_c0 is { } given ? [input.Sorted(given.Item1), input.Sorted(given.Item2)] : [zeros!, zeros!];
        var (output, h, c) = NNOperators.LstmOfPacked.Call3(input.data, input.batch_sizes, states, _weights.Argument, s.Bias, s.Layers, s.Dropout, training, s.Bidirectional);
        return (input.With(output), input.Unsorted(h).MoveToOuterDisposeScope(), input.Unsorted(c).MoveToOuterDisposeScope());
    }

    /// <summary>Does nothing: the weights are passed as they lie. Code that calls it for speed on a GPU works unchanged.</summary>
    public void flatten_parameters()
    {
    }

    // One sequence without a batch dimension.
    private (torch.Tensor, torch.Tensor, torch.Tensor) ReadOne(torch.Tensor input, (torch.Tensor, torch.Tensor)? states)
    {
        var dimension = _weights.Shape.BatchFirst ? 0 : 1;
        using var scope = torch.NewDisposeScope();
        var (output, h, c) = forward(
            input.unsqueeze(dimension), states is { } given ? (given.Item1.unsqueeze(1), given.Item2.unsqueeze(1)) : null);
        return scope.MoveToOuter(output.squeeze(dimension), h.squeeze(1), c.squeeze(1));
    }
}
