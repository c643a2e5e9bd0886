namespace Layg.Emulators.Torch;

/// <summary>Mean and standard deviation of a column of numbers.</summary>
internal static class Spread
{
    /// <summary>A standard deviation of this share of the largest number is rounding.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Mean and standard deviation (divisor N) of one component of rows; the deviation is exactly 0 where it is no more than rounding.</summary>
    public static (double Mean, double Deviation) Of(ReadOnlySpan<double> rows, int width, int component)
    {
        int count = rows.Length / width;
        // From the first number on, so that the mean of equal numbers is exact.
        double first = rows[component];
        double shift = 0;
        double largest = 1e-300;
        for (int i = component; i < rows.Length; i += width)
        {
            shift += (rows[i] - first) / count;
            largest = Math.Max(largest, Math.Abs(rows[i]));
        }

        double mean = first + shift;
        double squares = 0;
        for (int i = component; i < rows.Length; i += width)
        {
            double difference = (rows[i] - mean) / largest;
            squares += difference * difference;
        }

        double relative = Math.Sqrt(squares / count);
        return relative > Rounding ? (mean, relative * largest) : (first, 0);
    }
}
