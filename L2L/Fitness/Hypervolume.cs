namespace L2L;

/// <summary>The volume that a set of fitness vectors dominates, down to a reference point.</summary>
/// <remarks><b>Source:</b> While, Bradstreet and Barone (2012), "A fast way of calculating exact hypervolumes".</remarks>
public static class Hypervolume
{
    /// <summary>The volume between the points and the reference. All numbers are weighted, to be maximised.</summary>
    /// <param name="weighted">The points; those not better than the reference in every number add nothing.</param>
    /// <param name="reference">The reference point: worse than what counts, in every number.</param>
    /// <exception cref="ArgumentException">A point has another length than the reference.</exception>
    public static double Of(IEnumerable<IReadOnlyList<double>> weighted, IReadOnlyList<double> reference)
    {
        ArgumentNullException.ThrowIfNull(weighted);
        ArgumentNullException.ThrowIfNull(reference);
        var gains = new List<double[]>();
        foreach (IReadOnlyList<double> point in weighted)
        {
            if (point.Count != reference.Count)
                throw new ArgumentException($"A point has {point.Count} numbers; the reference has {reference.Count}.", nameof(weighted));
            double[] gain = [.. point.Zip(reference, static (x, r) => x - r)];
            if (Array.TrueForAll(gain, static g => g > 0))
                gains.Add(gain);
        }

        return Volume(Front(gains));
    }

    private static double Volume(List<double[]> points)
    {
        if (points.Count == 0)
            return 0;
        if (points[0].Length == 1)
            return points.Max(static p => p[0]);
        return points[0].Length == 2 ? Area(points) : Exclusive(points);
    }

    private static double Area(List<double[]> points)
    {
        double area = 0, height = 0;
        foreach (double[] point in points.OrderByDescending(static p => p[0]).ThenByDescending(static p => p[1]))
        {
            if (point[1] <= height)
                continue;
            area += point[0] * (point[1] - height);
            height = point[1];
        }

        return area;
    }

    // Each point adds its own box less what the later ones share with it.
    private static double Exclusive(List<double[]> points)
    {
        points = [.. points.OrderByDescending(static p => p[^1])];
        double volume = 0;
        for (int i = 0; i < points.Count; i++)
        {
            double[] point = points[i];
            double box = point.Aggregate(1.0, static (product, x) => product * x);
            volume += box - Volume(Front([.. points.Skip(i + 1).Select(other => other.Zip(point, Math.Min).ToArray())]));
        }

        return volume;
    }

    private static List<double[]> Front(List<double[]> points) => [.. ParetoFront.Of(points).Select(i => points[i])];
}
