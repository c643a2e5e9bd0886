using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The domain in whitened coordinates: a bounding box with a margin, which grows with inserted points, and a bound on the mean
/// neighbour distance. Immutable.
/// </summary>
internal sealed class DomainGuard
{
    private const double GuardQuantile = 0.999;
    private const double GuardFactor = 1.5;

    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _lowLimit;
    private readonly double[] _highLimit;

    public DomainGuard(double[] low, double[] high, double margin, double maximumDistance)
    {
        _low = low;
        _high = high;
        Margin = margin;
        MaximumDistance = maximumDistance;
        _lowLimit = new double[low.Length];
        _highLimit = new double[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            double slack = double.IsPositiveInfinity(margin) ? double.PositiveInfinity : margin * (high[i] - low[i]);
            _lowLimit[i] = low[i] - slack;
            _highLimit[i] = high[i] + slack;
        }
    }

    public ReadOnlySpan<double> Low => _low;

    public ReadOnlySpan<double> High => _high;

    /// <summary>In units of the box's width; infinite when the guard is off.</summary>
    public double Margin { get; }

    /// <summary>The largest mean neighbour distance that is answered.</summary>
    public double MaximumDistance { get; }

    /// <summary>The largest mean neighbour distance that a rule allows.</summary>
    /// <param name="distances">The mean neighbour distances of the calibration points; sorted where the rule needs it.</param>
    /// <param name="rule">The rule.</param>
    public static double LimitOf(double[] distances, DomainGuardRule rule)
    {
        switch (rule)
        {
            case DomainGuardRule.Off:
                return double.PositiveInfinity;
            case DomainGuardRule.DistanceQuantile:
                Array.Sort(distances);
                return GuardFactor * Quantiles.Interpolated(distances, GuardQuantile);
            default:
                return distances.Max();
        }
    }

    public static DomainGuard Around(NeighbourIndex points, double margin, double maximumDistance)
    {
        var low = new double[points.Dimension];
        var high = new double[points.Dimension];
        Array.Fill(low, double.PositiveInfinity);
        Array.Fill(high, double.NegativeInfinity);
        for (int i = 0; i < points.Count; i++)
        {
            ReadOnlySpan<double> point = points.Point(i);
            for (int j = 0; j < point.Length; j++)
            {
                low[j] = Math.Min(low[j], point[j]);
                high[j] = Math.Max(high[j], point[j]);
            }
        }

        return new DomainGuard(low, high, margin, maximumDistance);
    }

    /// <summary>False outside the box, and for NaN.</summary>
    public bool InBox(ReadOnlySpan<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(point[i] >= _lowLimit[i] && point[i] <= _highLimit[i]))
                return false;
        }

        return true;
    }

    /// <summary>The guard whose box holds one more point.</summary>
    public DomainGuard Extend(ReadOnlySpan<double> point)
    {
        bool inside = true;
        for (int i = 0; i < point.Length; i++)
            inside &= point[i] >= _low[i] && point[i] <= _high[i];
        if (inside)
            return this;

        var low = (double[])_low.Clone();
        var high = (double[])_high.Clone();
        for (int i = 0; i < point.Length; i++)
        {
            low[i] = Math.Min(low[i], point[i]);
            high[i] = Math.Max(high[i], point[i]);
        }

        return new DomainGuard(low, high, Margin, MaximumDistance);
    }
}
