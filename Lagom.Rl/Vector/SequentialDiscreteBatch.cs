namespace Lagom.Rl;

/// <summary>Any environments whose actions are choices, as a batch.</summary>
internal sealed class SequentialDiscreteBatch<TObservation>(VectorEnvironment<TObservation, int> environments)
    : SequentialBatch<TObservation, int, int>(environments)
    where TObservation : notnull
{
    protected override int Action(ReadOnlySpan<int> row) => row[0];
}
