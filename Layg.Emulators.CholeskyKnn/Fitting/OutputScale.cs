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
        double largest = 0;
        for (int i = 0; i < outputs.Count; i++)
            largest = Math.Max(largest, Math.Abs(outputs.Row(i)[column] - mean));
        if (largest == 0)
            return 0;

        // In units of the largest deviation: no square overflows or vanishes, whatever the unit of the output.
        double squares = 0;
        for (int i = 0; i < outputs.Count; i++)
        {
            double deviation = (outputs.Row(i)[column] - mean) / largest;
            squares += deviation * deviation;
        }

        return largest * Math.Sqrt(squares / outputs.Count);
    }
}
