using System.Globalization;
using SharedSource;

namespace L2L;

/// <summary>How each parameter is distributed in the generations.</summary>
internal static class ParameterFigures
{
    private const int Most = 12;

    public static IEnumerable<Figure> Create(ReportData data)
    {
        for (int i = 0; i < Math.Min(Most, data.Columns.Count); i++)
        {
            ReportColumn column = data.Columns[i];
            string rest = i == Most - 1 && data.Columns.Count > Most ? $" {data.Columns.Count - Most} more parameters are not drawn." : "";
            yield return column.Categories.Count > 0 ? Shares(data, column, i, rest) : Distribution(data, column, i, rest);
        }
    }

    private static Figure Distribution(ReportData data, ReportColumn column, int number, string rest)
    {
        double[][] values = [.. data.Trajectory.Generations.Select(g => g.Individuals.Select(column.ValueOf).Where(double.IsFinite).Order().ToArray())];
        double[] x = [.. data.Trajectory.Generations.Select(static g => (double)g.Number)];
        double[] median = Array.ConvertAll(values, static v => SortedQuantile.Of(v, 0.5));
        var chart = new LineChart($"{column.Title} over the generations", "generation", column.Title,
        [
            new ChartSeries("median, 10 to 90 %", x, median)
            {
                Low = Array.ConvertAll(values, static v => SortedQuantile.Of(v, 0.1)),
                High = Array.ConvertAll(values, static v => SortedQuantile.Of(v, 0.9)),
            },
            new ChartSeries("quartiles", x, median)
            {
                Low = Array.ConvertAll(values, static v => SortedQuantile.Of(v, 0.25)),
                High = Array.ConvertAll(values, static v => SortedQuantile.Of(v, 0.75)),
                Colour = 0,
            },
        ])
        {
            LogarithmicY = column.IsLog,
            Levels = [(column.ValueOf(data.Best.Individual), "best individual")],
        };
        return Named(column, number, chart, string.Create(
            CultureInfo.InvariantCulture, $"Where the generations look for {column.Title}; the best individual has {column.ValueOf(data.Best.Individual):G6}.{rest}"));
    }

    private static Figure Shares(ReportData data, ReportColumn column, int number, string rest)
    {
        double[] x = [.. data.Trajectory.Generations.Select(static g => (double)g.Number)];
        IReadOnlyList<ChartSeries> series =
        [
            .. column.Categories.Select((category, place) => new ChartSeries(category, x,
                [.. data.Trajectory.Generations.Select(g => g.Individuals.Average(individual => column.ValueOf(individual) == place ? 1.0 : 0.0))])),
        ];
        var chart = new LineChart($"Shares of the values of {column.Title} over the generations", "generation", "share", series);
        return Named(column, number, chart, $"Which share of a generation has each value of {column.Title}.{rest}");
    }

    private static Figure Named(ReportColumn column, int number, LineChart chart, string caption) =>
        new(string.Create(CultureInfo.InvariantCulture, $"parameter{number}"), column.Title, chart.ToSvg(), caption);
}
