namespace Lagom.Rl;

/// <summary>Brings curves that were sampled at different places to common ones, to average learning curves say.</summary>
public static class CurveInterpolation
{
    /// <summary>Interpolates curves linearly; each stays constant outside its own range.</summary>
    /// <param name="x">Where each curve was sampled, increasing; at least one curve, each with at least one sample.</param>
    /// <param name="y">The curves' samples.</param>
    /// <param name="points">How many equally spaced places between the least and the greatest x; null for all x of all curves. Range: at least 2.</param>
    /// <returns>The places, and every curve's values there.</returns>
    /// <exception cref="ArgumentException">Numbers of curves or samples differ, or an x does not increase; the message says which.</exception>
    public static (double[] X, double[][] Y) Linear(IReadOnlyList<double[]> x, IReadOnlyList<double[]> y, int? points = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count == 0 || x.Count != y.Count)
            throw new ArgumentException($"There are {x.Count} x and {y.Count} y; there must be as many, and at least one.", nameof(y));
        if (points is < 2)
            throw new ArgumentOutOfRangeException(nameof(points), points, "There must be at least 2 points.");
        for (int i = 0; i < x.Count; i++)
        {
            if (x[i].Length == 0 || x[i].Length != y[i].Length)
                throw new ArgumentException($"Curve {i} has {x[i].Length} x and {y[i].Length} y; it must have as many, and at least one.", nameof(x));
            for (int k = 1; k < x[i].Length; k++)
            {
                if (!(x[i][k] > x[i][k - 1]))
                    throw new ArgumentException($"The x of curve {i} must increase; {x[i][k - 1]} is followed by {x[i][k]}.", nameof(x));
            }
        }

        double[] places = points is { } count ? Grid(x.Min(curve => curve[0]), x.Max(curve => curve[^1]), count) : [.. x.SelectMany(curve => curve).Distinct().Order()];
        return (places, [.. x.Zip(y, (curve, samples) => places.Select(place => At(curve, samples, place)).ToArray())]);
    }

    private static double[] Grid(double low, double high, int count)
    {
        var grid = new double[count];
        for (int i = 0; i < count; i++)
            grid[i] = low + (high - low) * i / (count - 1);
        return grid;
    }

    private static double At(double[] x, double[] y, double place)
    {
        int index = Array.BinarySearch(x, place);
        if (index >= 0)
            return y[index];
        index = ~index;
        if (index == 0 || index == x.Length)
            return y[Math.Min(index, x.Length - 1)];
        double part = (place - x[index - 1]) / (x[index] - x[index - 1]);
        return y[index - 1] + part * (y[index] - y[index - 1]);
    }
}
