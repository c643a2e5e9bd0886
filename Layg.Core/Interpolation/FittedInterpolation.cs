using Layg.Calibration;
using MathNet.Numerics.Interpolation;

namespace Layg;

/// <summary>What <see cref="InterpolationEmulator"/> learnt. Immutable.</summary>
internal sealed class FittedInterpolation : ICalibratedEmulator
{
    private readonly double _quantile;
    private readonly IInterpolation[] _curves;

    public FittedInterpolation(Knots knots, double[] misses, ConformalErrorBar bar, double level, bool distancesTell, InterpolationForm form)
    {
        Knots = knots;
        Misses = misses;
        Bar = bar;
        DecisionLevel = level;
        DistancesTell = distancesTell;
        Form = form;
        _quantile = bar.Quantile(level);
        _curves = Curves.Through(knots.X, knots.Columns, form);
    }

    public double DecisionLevel { get; }

    public Knots Knots { get; }

    /// <summary>What each knot's prediction from the others misses.</summary>
    public double[] Misses { get; }

    public ConformalErrorBar Bar { get; }

    /// <summary>Whether distances between knots differ enough to say how errors grow with them.</summary>
    public bool DistancesTell { get; }

    public InterpolationForm Form { get; }

    public double ErrorScale(double level) => _quantile > 0 ? Bar.Quantile(level) / _quantile : 1;

    public double Predict(ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != 1)
            throw new ArgumentException($"x has {x.Length} numbers; the emulator was fitted with 1.", nameof(x));
        if (y.Length != _curves.Length)
            throw new ArgumentException($"y has {y.Length} numbers; the emulator was fitted with {_curves.Length}.", nameof(y));
        double place = x[0];
        if (!(place >= Knots.X[0] && place <= Knots.X[^1]))
        {
            y.Fill(double.NaN);
            return double.PositiveInfinity;
        }

        int gap = Knots.Gap(place);
        for (int c = 0; c < y.Length; c++)
            y[c] = _curves[c].Interpolate(place);
        double distance = DistancesTell ? InterpolationFit.Distance(Knots.X[gap], place, Knots.X[gap + 1]) : 1;
        return _quantile * Bar.Proxy((Misses[gap] + Misses[gap + 1]) / 2, distance);
    }
}
