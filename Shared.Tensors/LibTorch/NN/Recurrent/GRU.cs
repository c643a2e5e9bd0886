namespace TorchSharp.Modules;

/// <summary>Gated recurrent networks, one upon another. Source: Cho et al. (2014), Learning phrase representations.</summary>
public sealed class GRU : torch.nn.Module<torch.Tensor, torch.Tensor, (torch.Tensor, torch.Tensor)>
{
    private readonly RecurrentWeights _weights;

    internal GRU(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(GRU))
    {
        _weights = RecurrentWeights.Register(this, new(inputs, hidden, layers, 3, bias, batchFirst, dropout, bidirectional), device, dtype);
    }

    /// <summary>Reads sequences.</summary>
    /// <param name="input">Time by batch by inputs, batch by time by inputs with batch first, or time by inputs.</param>
    /// <param name="h0">The state before: layers times directions by batch by hidden; null for zeros.</param>
    /// <returns>The outputs at all times, and the state after.</returns>
    public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, torch.Tensor? h0 = null)
    {
        if (input.ndim == 2)
            return ReadOne(input, h0);
        var s = _weights.Shape;
        using var zeros = _weights.ZeroState(input, h0);
        return NNOperators.Gru.Call2(input, h0 ?? zeros, _weights.Argument, s.Bias, s.Layers, s.Dropout, training, s.Bidirectional, s.BatchFirst);
    }

    /// <summary>Reads sequences.</summary>
    /// <param name="input">Time by batch by inputs, batch by time by inputs with batch first, or time by inputs.</param>
    /// <param name="h0">The state before: layers times directions by batch by hidden; null for zeros.</param>
    /// <returns>The outputs at all times, and the state after.</returns>
    public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, torch.Tensor? h0 = null) => base.call(input, h0!);

    /// <summary>Reads packed sequences of different lengths; states are in the order before sorting.</summary>
    /// <param name="input">The sequences.</param>
    /// <param name="h0">The state before: layers times directions by batch by hidden; null for zeros.</param>
    /// <returns>The outputs at all times, and the state after.</returns>
    public (torch.nn.utils.rnn.PackedSequence, torch.Tensor) call(torch.nn.utils.rnn.PackedSequence input, torch.Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = torch.NewDisposeScope();
        var s = _weights.Shape;
        var state = h0 is null ? input.ZeroState(s, null) : input.Sorted(h0);
        var (output, h) = NNOperators.GruOfPacked.Call2(input.data, input.batch_sizes, state, _weights.Argument, s.Bias, s.Layers, s.Dropout, training, s.Bidirectional);
        return (input.With(output), input.Unsorted(h).MoveToOuterDisposeScope());
    }

    /// <summary>Does nothing: the weights are passed as they lie. Code that calls it for speed on a GPU works unchanged.</summary>
    public void flatten_parameters()
    {
    }

    // One sequence without a batch dimension.
    private (torch.Tensor, torch.Tensor) ReadOne(torch.Tensor input, torch.Tensor? state)
    {
        var dimension = _weights.Shape.BatchFirst ? 0 : 1;
        using var scope = torch.NewDisposeScope();
        var (output, h) = forward(input.unsqueeze(dimension), state?.unsqueeze(1)!);
        return scope.MoveToOuter(output.squeeze(dimension), h.squeeze(1));
    }
}
