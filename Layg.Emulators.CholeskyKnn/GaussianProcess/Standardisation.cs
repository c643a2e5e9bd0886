namespace Layg.Emulators.CholeskyKnn;

/// <summary>Columns of numbers in units of their standard deviation (divisor N), from their mean. A constant column has the unit 1.</summary>
internal sealed record Standardisation(double[] Mean, double[] Unit)
{
    public static Standardisation Of(ReadOnlySpan<double> rows, int width)
    {
        OutputTable table = OutputTable.Of(rows.ToArray(), width);
        var mean = new double[width];
        var unit = new double[width];
        for (int c = 0; c < width; c++)
        {
            double first = rows[c];
            double sum = 0;
            for (int i = 0; i < table.Count; i++)
                sum += (table.Row(i)[c] - first) / table.Count;
            mean[c] = first + sum;
            double deviation = OutputScale.Of(OutputTable.Of(Column(table, c), 1), 0);

            // What varies by rounding only counts as constant.
            unit[c] = deviation > 1e-14 * Math.Abs(mean[c]) ? deviation : 1;
        }

        return new Standardisation(mean, unit);
    }

    public void Apply(ReadOnlySpan<double> row, Span<double> standardised)
    {
        for (int c = 0; c < standardised.Length; c++)
            standardised[c] = (row[c] - Mean[c]) / Unit[c];
    }

    private static double[] Column(OutputTable table, int column)
    {
        var numbers = new double[table.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = table.Row(i)[column];
        return numbers;
    }
}
