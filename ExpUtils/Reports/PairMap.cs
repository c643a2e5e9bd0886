namespace ExpUtils.Reports;

/// <summary>The best score that each pair of two parameters' values allows.</summary>
internal static class PairMap
{
    public static Figure Draw(SweptParameter row, SweptParameter column, ScoredConfiguration[] ranked, ReportOptions options)
    {
        var values = new double[row.Values.Count][];
        for (int r = 0; r < values.Length; r++)
        {
            values[r] = new double[column.Values.Count];
            for (int c = 0; c < values[r].Length; c++)
            {
                values[r][c] = ranked.FirstOrDefault(configuration =>
                    configuration.Parameters[row.Name] == row.Values[r] && configuration.Parameters[column.Name] == column.Values[c])?.Mean ?? double.NaN;
            }
        }

        (int, int) best = (Place(row, ranked[0]), Place(column, ranked[0]));
        var map = new HeatMap(
            $"Score over {row.Name} and {column.Name}", column.Name, row.Name, [.. column.Values.Select(value => value.Text)], [.. row.Values.Select(value => value.Text)], values)
        {
            Marked = best, Format = "G4",
        };
        return new Figure(
            $"map-{SensitivityChart.Id(row.Name)}-{SensitivityChart.Id(column.Name)}", $"{row.Name} and {column.Name}", map.ToSvg(),
            $"Mean score of {options.Metric} at each pair of values, with the best values of all other parameters; the best pair is framed.");
    }

    private static int Place(SweptParameter parameter, ScoredConfiguration configuration)
    {
        for (int i = 0; i < parameter.Values.Count; i++)
        {
            if (parameter.Values[i] == configuration.Parameters[parameter.Name])
                return i;
        }

        return 0;
    }
}
