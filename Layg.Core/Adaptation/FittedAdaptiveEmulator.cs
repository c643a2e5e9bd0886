using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;
using SharedSource;

namespace Layg;

/// <summary>A fit whose predicted errors are inflated by what was found while it, and fits before it, were used.</summary>
internal sealed class FittedAdaptiveEmulator : IAdaptiveEmulator
{
    private readonly AdaptiveErrorOptions _options;

    // What the error model was calibrated on: these points say nothing about how it does elsewhere.
    private readonly IReadOnlySet<double[]>? _calibrated;

    public FittedAdaptiveEmulator(IFittedEmulator inner, ErrorTracker tracker, AdaptiveErrorOptions options, IReadOnlySet<double[]>? calibrated)
    {
        _options = options;
        _calibrated = calibrated;
        Inner = inner;
        Tracker = tracker;
        DecisionLevel = inner is ICalibratedEmulator { DecisionLevel: > 0 and < 1 } known ? known.DecisionLevel : options.Level;
        Inflation = Math.Max(1, tracker.Factor(DecisionLevel, DecisionLevel));
    }

    public IFittedEmulator Inner { get; }

    public double DecisionLevel { get; }

    public double Inflation { get; }

    public long Comparisons => Tracker.Comparisons;

    public ErrorTracker Tracker { get; }

    public double ErrorScale(double level)
    {
        double own = Inner is ICalibratedEmulator calibrated && calibrated.ErrorScale(level) is var scale && !double.IsNaN(scale)
            ? scale
            : Normal.InvCDF(0, 1, (1 + level) / 2) / Normal.InvCDF(0, 1, (1 + DecisionLevel) / 2);
        return Math.Max(own, Tracker.Factor(level, DecisionLevel)) / Inflation;
    }

    public double Predict(ReadOnlySpan<double> x, Span<double> y) => Inner.Predict(x, y) * Inflation;

    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        Inner.PredictBatch(points, values, errors);
        TensorPrimitives.Multiply(errors, Inflation, errors);
    }

    public IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        IFittedEmulator grown = Inner is IIncrementalEmulator growing ? growing.Insert(x, y) : Inner;
        return new FittedAdaptiveEmulator(grown, Compared(x, y), _options, _calibrated);
    }

    private ErrorTracker Compared(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (_calibrated is not null && _calibrated.Contains(x.ToArray()))
            return Tracker;
        var predicted = new double[y.Length];
        double error = Inner.Predict(x, predicted);
        double miss = LargestError.Of(predicted, y);

        // Where there was no prediction, or an error of 0, there is nothing that could grow.
        return double.IsFinite(miss) && double.IsFinite(error) && error > 0 ? Tracker.Record(miss / error, DecisionLevel, _options) : Tracker;
    }
}
