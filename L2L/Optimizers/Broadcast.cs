namespace L2L;

/// <summary>Turns one number for all coordinates into one for each.</summary>
internal static class Broadcast
{
    public static double[] To(IReadOnlyList<double> values, int dimension, string name)
    {
        OptionCheck.Require(values.Count == 1 || values.Count == dimension, $"{name}.Count", values.Count, $"1 or {dimension}, the number of search coordinates");
        return values.Count == 1 ? [.. Enumerable.Repeat(values[0], dimension)] : [.. values];
    }
}
