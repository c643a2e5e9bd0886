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
            $"Score over {parameter.Name}", parameter.Name, options.Metric,
            [
                new ChartSeries("best of the others", x, [.. best.Select(configuration => configuration.Mean)])
                {
                    // Without an interval the band comes to nothing there.
                    Low = [.. best.Select(configuration => configuration.HasInterval ? configuration.Lower : configuration.Mean)],
                    High = [.. best.Select(configuration => configuration.HasInterval ? configuration.Upper : configuration.Mean)],
                },
                new ChartSeries("median over the others", x, median),
            ])
        {
            XNames = isNumeric ? null : [.. groups.Select(group => group.Value.Text)],
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
