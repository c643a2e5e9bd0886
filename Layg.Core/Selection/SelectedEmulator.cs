namespace Layg;

/// <summary>A chosen fit that stays as it is.</summary>
internal class SelectedEmulator(IReadOnlyList<EmulatorScore> scores, IFittedEmulator chosen) : ISelectedEmulator
{
    /// <summary>Wraps a chosen fit; one that takes points stays one.</summary>
    /// <param name="scores">All candidates' scores, the chosen one's first.</param>
    /// <param name="chosen">The chosen candidate's fit.</param>
    public static SelectedEmulator Of(IReadOnlyList<EmulatorScore> scores, IFittedEmulator chosen) =>
        chosen is IIncrementalEmulator growing ? new GrowingSelectedEmulator(scores, growing) : new SelectedEmulator(scores, chosen);

    public string Name => Scores[0].Name;

    public IReadOnlyList<EmulatorScore> Scores => scores;

    public IFittedEmulator Chosen => chosen;

    public double DecisionLevel => chosen is ICalibratedEmulator calibrated ? calibrated.DecisionLevel : double.NaN;

    public double ErrorScale(double level) => chosen is ICalibratedEmulator calibrated ? calibrated.ErrorScale(level) : double.NaN;

    public double Predict(ReadOnlySpan<double> x, Span<double> y) => chosen.Predict(x, y);

    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors) => chosen.PredictBatch(points, values, errors);
}
