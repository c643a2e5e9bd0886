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

    private double[] _ratios = [1];
    private double _factor = 1;

    public double DecisionLevel { get; private init; } = 0.9545;

    /// <summary>How many components are kept.</summary>
    public int Components => components.Count;

    /// <summary>The same with errors calibrated by ratios of true to predicted errors, ascending.</summary>
    public FittedPrincipalComponents With(double[] ratios, double level) => new(components, inner, lost)
    {
        _ratios = ratios,
        _factor = Quantiles.Conformal(ratios, level),
        DecisionLevel = level,
    };

    public double ErrorScale(double level) => _factor > 0 ? Quantiles.Conformal(_ratios, level) / _factor : 1;

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
            return double.IsFinite(error) ? _factor * ((error * _gain) + lost) : double.PositiveInfinity;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
