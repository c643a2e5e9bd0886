namespace SharedSource;

/// <summary>The true error of a prediction with several outputs.</summary>
internal static class LargestError
{
    /// <summary>The largest absolute error of an output; NaN where an output is.</summary>
    public static double Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> known)
    {
        double largest = 0;
        for (int c = 0; c < predicted.Length; c++)
            largest = Math.Max(largest, Math.Abs(predicted[c] - known[c]));
        return largest;
    }
}
