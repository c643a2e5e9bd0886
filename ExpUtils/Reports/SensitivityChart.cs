namespace ExpUtils.Reports;

/// <summary>The best and the median score that each value of a parameter allows.</summary>
internal static class SensitivityChart
{
    public static Figure Draw(SweptParameter parameter, ScoredConfiguration[] ranked, ReportOptions options)
    {
        bool isNumeric = parameter.Values.All(value => value.IsNumber);
        (ParameterValue Value, ScoredConfiguration[] Configurations)[] groups =
        [
            .. parameter.Values.Select(value => (Value: value, Configurations: ranked.Where(configuration => configuration.Parameters[parameter.Name] == value).ToArray()))
                .Where(group => group.Configurations.Length > 0),
        ];
        if (isNumeric)
            Array.Sort(groups, (a, b) => a.Value.AsDouble().CompareTo(b.Value.AsDouble()));
        double[] x = [.. groups.Select((group, place) => isNumeric ? group.Value.AsDouble() : place)];
        ScoredConfiguration[] best = [.. groups.Select(group => group.Configurations[0])];
        double[] median = [.. groups.Select(group => Median(group.Configurations))];
        var chart = new LineChart(
            $"Score over {parameter.Name}", isNumeric ? parameter.Name : $"{parameter.Name}: {string.Join(", ", groups.Select((group, place) => $"{place} = {group.Value.Text}"))}", options.Metric,
            [
                new ChartSeries("best of the others", x, [.. best.Select(configuration => configuration.Mean)])
                {
                    Low = [.. best.Select(configuration => configuration.Lower)], High = [.. best.Select(configuration => configuration.Upper)],
                },
                new ChartSeries("median over the others", x, median),
            ])
        {
            LogarithmicX = isNumeric && x.Length > 2 && x.All(value => value > 0) && x[^1] / x[0] >= 30,
        };
        return new Figure(
            $"sensitivity-{Id(parameter.Name)}", $"Sensitivity to {parameter.Name}", chart.ToSvg(),
            $"Score at each value of {parameter.Name}: with the best values of all other parameters, and the median over them. A flat curve means that the choice hardly matters.");
    }

    internal static string Id(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static double Median(ScoredConfiguration[] ranked) =>
        ranked.Length % 2 == 1 ? ranked[ranked.Length / 2].Mean : (ranked[(ranked.Length / 2) - 1].Mean + ranked[ranked.Length / 2].Mean) / 2;
}
