namespace Layg.Emulators.CholeskyKnn;

/// <summary>The spread of the outputs that errors are set against.</summary>
internal static class OutputScale
{
    /// <summary>The largest standard deviation (divisor N) of a column from a given one on; 0 for constant columns.</summary>
    public static double Of(OutputTable outputs, int firstColumn)
    {
        double largest = 0;
        for (int c = firstColumn; c < outputs.Width; c++)
            largest = Math.Max(largest, StandardDeviation(outputs, c));
        return largest;
    }

    private static double StandardDeviation(OutputTable outputs, int column)
    {
        double mean = 0;
        for (int i = 0; i < outputs.Count; i++)
            mean += outputs.Row(i)[column] / outputs.Count;
        double squares = 0;
        for (int i = 0; i < outputs.Count; i++)
        {
            double deviation = outputs.Row(i)[column] - mean;
            squares += deviation * deviation / outputs.Count;
        }

        return Math.Sqrt(squares);
    }
}
