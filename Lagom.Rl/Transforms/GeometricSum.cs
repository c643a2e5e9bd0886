namespace Lagom.Rl;

/// <summary>Sums in which later numbers count geometrically less.</summary>
public static class GeometricSum
{
    /// <summary>Computes y_i = x_i + α y_{i+1}, backwards from the end.</summary>
    /// <param name="alpha">The factor α.</param>
    /// <param name="numbers">The numbers [T].</param>
    /// <param name="destination">Receives the sums [T]; may be the numbers themselves.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Of(double alpha, ReadOnlySpan<double> numbers, Span<double> destination)
    {
        if (destination.Length != numbers.Length)
            throw new ArgumentException($"destination has {destination.Length} elements; there are {numbers.Length} numbers.", nameof(destination));
        double sum = 0;
        for (int i = numbers.Length - 1; i >= 0; i--)
            destination[i] = sum = numbers[i] + alpha * sum;
    }

    /// <inheritdoc cref="Of(double, ReadOnlySpan{double}, Span{double})"/>
    public static double[] Of(double alpha, ReadOnlySpan<double> numbers)
    {
        var destination = new double[numbers.Length];
        Of(alpha, numbers, destination);
        return destination;
    }
}
