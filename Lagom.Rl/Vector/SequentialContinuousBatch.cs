namespace Lagom.Rl;

/// <summary>Any environments whose actions are rows of numbers, as a batch.</summary>
internal sealed class SequentialContinuousBatch<TObservation> : SequentialBatch<TObservation, float[], float>
    where TObservation : notnull
{
    public SequentialContinuousBatch(VectorEnvironment<TObservation, float[]> environments)
        : base(environments) => ActionSize = environments.ActionSpace.FlatDimension;

    // A fresh array, since an environment may keep its action.
    protected override float[] Action(ReadOnlySpan<float> row) => row.ToArray();
}
