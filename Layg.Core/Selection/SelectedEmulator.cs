namespace Layg;

/// <summary>A chosen fit that stays as it is.</summary>
internal class SelectedEmulator(IReadOnlyList<EmulatorScore> scores, IFittedEmulator chosen) : ISelectedEmulator
{
    public string Name => Scores[0].Name;

    public IReadOnlyList<EmulatorScore> Scores => scores;

    public IFittedEmulator Chosen => chosen;

    public double DecisionLevel => chosen is ICalibratedEmulator calibrated ? calibrated.DecisionLevel : double.NaN;

    public double ErrorScale(double level) => chosen is ICalibratedEmulator calibrated ? calibrated.ErrorScale(level) : double.NaN;

    public double Predict(ReadOnlySpan<double> x, Span<double> y) => chosen.Predict(x, y);

    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors) => chosen.PredictBatch(points, values, errors);
}
