namespace SharedSource.Reports;

/// <summary>A curve of a <see cref="LineChart"/>, with the band around it where there is one.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="X">The abscissae, rising. Points whose ordinate is not finite are left out.</param>
/// <param name="Y">The ordinates.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>The band's lower edge, one number per abscissa; null for no band.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>The band's upper edge, one number per abscissa; null for no band.</summary>
    public IReadOnlyList<double>? High { get; init; }

    /// <summary>Whether the points are dots; otherwise a line joins them.</summary>
    public bool Dots { get; init; }

    /// <summary>Which of the eight colours to take; null for the place among the chart's series.</summary>
    public int? Colour { get; init; }
}
