namespace Layg;

/// <summary>Known points of a function of one variable: distinct, ascending, the values of each output in a column of its own.</summary>
internal sealed record Knots(double[] X, double[][] Columns)
{
    public int Count => X.Length;

    /// <summary>Sorts the points; the values of a repeated input are averaged.</summary>
    public static Knots Of(TrainingSet points)
    {
        int[] order = [.. Enumerable.Range(0, points.Count)];
        double[] keys = points.Inputs.ToArray();
        Array.Sort(keys, order);
        var x = new List<double>(points.Count);
        List<double>[] columns = [.. Enumerable.Range(0, points.OutputDimension).Select(_ => new List<double>(points.Count))];
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end].Equals(keys[start] + 0.0))
                end++;
            x.Add(keys[start]);
            for (int c = 0; c < columns.Length; c++)
                columns[c].Add(Mean(points, order.AsSpan(start, end - start), c));
        }

        return new Knots([.. x], [.. columns.Select(column => column.ToArray())]);
    }

    /// <summary>The gap that holds a place between the first and the last knot: knots g and g + 1.</summary>
    public int Gap(double x)
    {
        int found = Array.BinarySearch(X, x);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, Count - 2);
    }

    /// <summary>Some knots in a row around one, without it and, where it is among them, without another.</summary>
    public (double[] X, double[][] Columns) Around(int index, int reach, int? other)
    {
        int first = Math.Max(0, index - reach);
        int last = Math.Min(Count - 1, index + reach);
        int[] kept = [.. Enumerable.Range(first, last - first + 1).Where(i => i != index && i != other)];
        return (Cut(X), [.. Columns.Select(Cut)]);

        double[] Cut(double[] column) => Array.ConvertAll(kept, i => column[i]);
    }

    // The difference to the first value is averaged, so that equal values keep every bit.
    private static double Mean(TrainingSet points, ReadOnlySpan<int> rows, int component)
    {
        double first = points.Output(rows[0])[component];
        double sum = 0;
        foreach (int row in rows)
            sum += points.Output(row)[component] - first;
        return first + (sum / rows.Length);
    }
}
