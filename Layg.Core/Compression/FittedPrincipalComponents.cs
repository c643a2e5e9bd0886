using System.Buffers;
using Layg.Calibration;

namespace Layg;

/// <summary>What <see cref="PrincipalComponentEmulator"/> learnt. Immutable.</summary>
/// <param name="components">The compression of outputs.</param>
/// <param name="inner">The emulator of scores.</param>
/// <param name="lost">The typical error of the compression.</param>
internal sealed class FittedPrincipalComponents(PrincipalComponents components, IFittedEmulator inner, double lost) : ICalibratedEmulator
{
    /// <summary>What the largest error of a score becomes in the worst output component, if all errors are as large and independent.</summary>
    private readonly double _gain = Enumerable.Range(0, components.Mean.Length)
        .Max(c => Math.Sqrt(components.Directions.Sum(direction => direction[c] * direction[c])));

    private double _factor = 1;

    public double DecisionLevel { get; private init; } = 0.9545;

    public PrincipalComponents Components => components;

    public IFittedEmulator Inner => inner;

    public double Lost => lost;

    /// <summary>True over predicted errors of the calibration points, ascending.</summary>
    public double[] Ratios { get; private init; } = [1];

    /// <summary>The same with errors calibrated by ratios of true to predicted errors, ascending.</summary>
    public FittedPrincipalComponents With(double[] ratios, double level) => new(components, inner, lost)
    {
        Ratios = ratios,
        _factor = Quantiles.Conformal(ratios, level),
        DecisionLevel = level,
    };

    public double ErrorScale(double level) => _factor > 0 ? Quantiles.Conformal(Ratios, level) / _factor : 1;

    public double Predict(ReadOnlySpan<double> x, Span<double> y)
    {
        if (y.Length != components.Mean.Length)
            throw new ArgumentException($"y has {y.Length} numbers; the emulator was fitted with {components.Mean.Length}.", nameof(y));
        double[] rented = ArrayPool<double>.Shared.Rent(components.Count);
        try
        {
            Span<double> scores = rented.AsSpan(0, components.Count);
            double error = inner.Predict(x, scores);
            components.Expand(scores, y);
            return Error(error);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        int outputs = components.Mean.Length;
        if (values.Length != errors.Length * outputs)
            throw new ArgumentException($"values has {values.Length} numbers; {errors.Length} points of {outputs} outputs need {errors.Length * outputs}.", nameof(values));
        double[] rented = ArrayPool<double>.Shared.Rent(errors.Length * components.Count);
        try
        {
            Span<double> scores = rented.AsSpan(0, errors.Length * components.Count);
            inner.PredictBatch(points, scores, errors);
            for (int i = 0; i < errors.Length; i++)
            {
                components.Expand(scores.Slice(i * components.Count, components.Count), values.Slice(i * outputs, outputs));
                errors[i] = Error(errors[i]);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private double Error(double scores) => double.IsFinite(scores) ? _factor * ((scores * _gain) + lost) : double.PositiveInfinity;
}
