namespace Layg.Emulators.Torch;

/// <summary>Where emulation ends: a box around the points in whitened coordinates, and a bound on the distance from them. Immutable.</summary>
internal sealed class Domain
{
    private readonly double[] _low;
    private readonly double[] _high;

    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public Domain(double[] low, double[] high, double largestDistance)
    {
        if (low.Length != high.Length || double.IsNaN(largestDistance) || largestDistance < 0)
            throw new ArgumentException("The numbers of the domain do not fit together.", nameof(low));
        _low = low;
        _high = high;
        LargestDistance = largestDistance;
    }

    public ReadOnlySpan<double> Low => _low;

    public ReadOnlySpan<double> High => _high;

    public double LargestDistance { get; }

    public static (double[] Low, double[] High) Box(ReadOnlySpan<double> points, int rank, double margin)
    {
        var low = new double[rank];
        var high = new double[rank];
        Array.Fill(low, double.PositiveInfinity);
        Array.Fill(high, double.NegativeInfinity);
        for (int i = 0; i < points.Length; i++)
        {
            low[i % rank] = Math.Min(low[i % rank], points[i]);
            high[i % rank] = Math.Max(high[i % rank], points[i]);
        }

        for (int i = 0; i < rank; i++)
        {
            double slack = double.IsPositiveInfinity(margin) ? margin : margin * (high[i] - low[i]);
            low[i] -= slack;
            high[i] += slack;
        }

        return (low, high);
    }

    /// <summary>False outside the box, and for NaN.</summary>
    public bool InBox(ReadOnlySpan<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(point[i] >= _low[i] && point[i] <= _high[i]))
                return false;
        }

        return true;
    }
}
