using Layg.Calibration;
using MathNet.Numerics.Interpolation;

namespace Layg;

/// <summary>What <see cref="InterpolationEmulator"/> learnt. Immutable.</summary>
internal sealed class FittedInterpolation : ICalibratedEmulator
{
    private readonly Knots _knots;
    private readonly double[] _misses;
    private readonly ConformalErrorBar _bar;
    private readonly double _quantile;
    private readonly bool _distancesTell;
    private readonly IInterpolation[] _curves;

    public FittedInterpolation(Knots knots, double[] misses, ConformalErrorBar bar, double level, bool distancesTell, InterpolationForm form)
    {
        _knots = knots;
        _misses = misses;
        _bar = bar;
        _quantile = bar.Quantile(level);
        _distancesTell = distancesTell;
        _curves = Curves.Through(knots.X, knots.Columns, form);
        DecisionLevel = level;
    }

    public double DecisionLevel { get; }

    public double ErrorScale(double level) => _quantile > 0 ? _bar.Quantile(level) / _quantile : 1;

    public double Predict(ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != 1)
            throw new ArgumentException($"x has {x.Length} numbers; the emulator was fitted with 1.", nameof(x));
        if (y.Length != _curves.Length)
            throw new ArgumentException($"y has {y.Length} numbers; the emulator was fitted with {_curves.Length}.", nameof(y));
        double place = x[0];
        if (!(place >= _knots.X[0] && place <= _knots.X[^1]))
        {
            y.Fill(double.NaN);
            return double.PositiveInfinity;
        }

        int gap = _knots.Gap(place);
        for (int c = 0; c < y.Length; c++)
            y[c] = _curves[c].Interpolate(place);
        double distance = _distancesTell ? InterpolationFit.Distance(_knots.X[gap], place, _knots.X[gap + 1]) : 1;
        return _quantile * _bar.Proxy((_misses[gap] + _misses[gap + 1]) / 2, distance);
    }
}
