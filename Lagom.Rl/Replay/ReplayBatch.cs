namespace Lagom.Rl;

/// <summary>Memory of the caller for transitions drawn from a replay buffer, B of them: the length of <see cref="Rewards"/>.</summary>
/// <remarks>The memory may be a tensor's own, so that a drawn batch is a tensor without a copy. Spans left empty are not written.</remarks>
public readonly ref struct ReplayBatch
{
    /// <summary>Receives the observations [B, observation size].</summary>
    public required Span<float> Observations { get; init; }

    /// <summary>Receives the actions [B, action size]; a choice as its number.</summary>
    public required Span<float> Actions { get; init; }

    /// <summary>Receives the rewards [B]: of one step, or the discounted sum of several.</summary>
    public required Span<float> Rewards { get; init; }

    /// <summary>
    /// Receives what the value of the next observation counts [B]: γⁿ after n steps, 0 where the episode terminated there. Truncated
    /// episodes go on counting.
    /// </summary>
    public required Span<float> Discounts { get; init; }

    /// <summary>Receives the observations at the end of the transitions [B, observation size].</summary>
    public required Span<float> NextObservations { get; init; }

    /// <summary>Receives the places of the transitions in the buffer [B], to hand back their priorities. May be empty.</summary>
    public Span<int> Indices { get; init; }

    /// <summary>Receives the importance weights [B], 1 where all are drawn alike. May be empty.</summary>
    public Span<float> Weights { get; init; }

    internal void Check(ReplayOptions options)
    {
        int count = Rewards.Length;
        if (count == 0)
            throw new ArgumentException("The batch has room for no transition.", nameof(Rewards));
        CheckLength(Observations.Length, count * options.ObservationSize, nameof(Observations));
        CheckLength(NextObservations.Length, count * options.ObservationSize, nameof(NextObservations));
        CheckLength(Actions.Length, count * options.ActionSize, nameof(Actions));
        CheckLength(Discounts.Length, count, nameof(Discounts));
        if (!Indices.IsEmpty)
            CheckLength(Indices.Length, count, nameof(Indices));
        if (!Weights.IsEmpty)
            CheckLength(Weights.Length, count, nameof(Weights));
    }

    private static void CheckLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"{name} has room for {length} numbers; the batch needs {expected}.", name);
    }
}
