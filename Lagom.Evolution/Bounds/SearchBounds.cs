namespace Lagom.Evolution;

/// <summary>A box that candidates stay in. Infinite numbers leave a side open.</summary>
public sealed class SearchBounds
{
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>The same bounds for every coordinate.</summary>
    /// <param name="lower">The lower bound; negative infinity for none.</param>
    /// <param name="upper">The upper bound, above the lower one; infinity for none.</param>
    /// <exception cref="ArgumentException">The lower bound is not below the upper one.</exception>
    public SearchBounds(double lower, double upper)
        : this([lower], [upper])
    {
    }

    /// <summary>Bounds per coordinate; coordinates beyond the last number have the last number's.</summary>
    /// <param name="lower">The lower bounds; negative infinity for none. At least one.</param>
    /// <param name="upper">The upper bounds, above the lower ones; infinity for none. At least one.</param>
    /// <exception cref="ArgumentException">A lower bound is not below its upper one, or there is none.</exception>
    public SearchBounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        if (lower.IsEmpty || upper.IsEmpty)
            throw new ArgumentException("There must be at least one lower and one upper bound.", lower.IsEmpty ? nameof(lower) : nameof(upper));
        _lower = lower.ToArray();
        _upper = upper.ToArray();
        for (int i = 0; i < Math.Max(lower.Length, upper.Length); i++)
            OptionCheck.Require(Lower(i) < Upper(i), $"{nameof(lower)}[{i}]", Lower(i), $"below the upper bound {Upper(i)}");
    }

    /// <summary>The lower bound of a coordinate.</summary>
    /// <param name="coordinate">Which one. Range: at least 0.</param>
    public double Lower(int coordinate) => _lower[Math.Min(coordinate, _lower.Length - 1)];

    /// <summary>The upper bound of a coordinate.</summary>
    /// <param name="coordinate">Which one. Range: at least 0.</param>
    public double Upper(int coordinate) => _upper[Math.Min(coordinate, _upper.Length - 1)];

    /// <summary>Whether a point lies inside, the bounds themselves included.</summary>
    /// <param name="point">The point.</param>
    public bool Contain(ReadOnlySpan<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(point[i] >= Lower(i) && point[i] <= Upper(i)))
                return false;
        }

        return true;
    }

    /// <summary>Moves a point's coordinates that lie outside onto the bounds.</summary>
    /// <param name="point">The point, changed in place.</param>
    public void Clip(Span<double> point)
    {
        for (int i = 0; i < point.Length; i++)
            point[i] = Math.Clamp(point[i], Lower(i), Upper(i));
    }

    /// <summary>Mirrors a point's coordinates that lie outside at the bounds, as often as it takes.</summary>
    internal void Reflect(Span<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            (double lower, double upper) = (Lower(i), Upper(i));
            double width = upper - lower;
            if (!double.IsInfinity(width) && !(point[i] >= lower && point[i] <= upper))
            {
                // The images of the box repeat every two widths, each other one mirrored.
                double position = Math.Abs(Math.IEEERemainder(point[i] - lower, 2 * width));
                point[i] = lower + position;
            }
            else if (point[i] < lower)
                point[i] = 2 * lower - point[i];
            else if (point[i] > upper)
                point[i] = 2 * upper - point[i];
        }

        Clip(point);
    }

    /// <summary>Throws where a point lies outside; the message names the coordinate.</summary>
    internal void RequireInside(ReadOnlySpan<double> point, string name)
    {
        for (int i = 0; i < point.Length; i++)
            OptionCheck.Require(point[i] >= Lower(i) && point[i] <= Upper(i), $"{name}[{i}]", point[i], $"inside the bounds, {Lower(i)} to {Upper(i)}");
    }

    /// <summary>How many coordinates have a number of their own.</summary>
    internal int Stated => Math.Max(_lower.Length, _upper.Length);
}
