using System.Globalization;

namespace Layg.Sampling;

/// <summary>
/// A log-density was NaN or positive infinity, which no sampler can decide on. The run ends; what it made so far is kept by
/// <see cref="EnsembleRun"/>.
/// </summary>
public sealed class InvalidLogDensityException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="walker">Which walker proposed the point, from 0.</param>
    /// <param name="point">The point.</param>
    /// <param name="value">Its log-density.</param>
    public InvalidLogDensityException(int walker, ReadOnlySpan<double> point, double value)
        : base(Describe(walker, point, value))
    {
        Walker = walker;
        Point = point.ToArray();
        Value = value;
    }

    /// <summary>Which walker proposed the point, from 0.</summary>
    public int Walker { get; }

    /// <summary>The point: [dimension].</summary>
    public IReadOnlyList<double> Point { get; }

    /// <summary>The log-density that the point was given: NaN or positive infinity.</summary>
    public double Value { get; }

    /// <summary>Throws for the first of some log-densities that cannot be decided on.</summary>
    internal static void ThrowIfAny(ReadOnlySpan<double> logDensities, ReadOnlySpan<int> walkers, ReadOnlySpan<double> points)
    {
        int dimension = points.Length / walkers.Length;
        for (int i = 0; i < logDensities.Length; i++)
        {
            if (double.IsNaN(logDensities[i]) || double.IsPositiveInfinity(logDensities[i]))
                throw new InvalidLogDensityException(walkers[i], points.Slice(i * dimension, dimension), logDensities[i]);
        }
    }

    private static string Describe(int walker, ReadOnlySpan<double> point, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"The log-density of walker {walker} at {PointText.Of(point)} is {value}. ") +
        "It must be a number, or negative infinity where the point is impossible.";
}
