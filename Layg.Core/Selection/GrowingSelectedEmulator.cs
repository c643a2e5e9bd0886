namespace Layg;

/// <summary>A chosen fit that takes points without a new fit.</summary>
internal sealed class GrowingSelectedEmulator(IReadOnlyList<EmulatorScore> scores, IIncrementalEmulator chosen)
    : SelectedEmulator(scores, chosen), IIncrementalEmulator
{
    public IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        new GrowingSelectedEmulator(Scores, ((IIncrementalEmulator)Chosen).Insert(x, y));
}
