namespace ExpUtils.Reports;

/// <summary>What a report shows.</summary>
public sealed record ReportOptions
{
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Which values of it are better.</summary>
    public required Preference Preference { get; init; }

    /// <summary>The share of each curve, from its end, whose mean is the score. Range: above 0, at most 1. Default: the last tenth.</summary>
    public double Percent { get; init; } = 0.1;

    /// <summary>How many learning curves are drawn. Range: 1 to 8. Default: 5.</summary>
    public int Curves { get; init; } = 5;

    /// <summary>How many runs of each combination are wanted; the report says what is missing. Null for as many as the fullest combination has.</summary>
    public long? Runs { get; init; }

    /// <summary>What an abscissa of the learning curves is, such as <c>episode</c>. Default: <c>frame</c>.</summary>
    public string FrameTitle { get; init; } = "frame";

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(Metric);
        if (!(Percent is > 0 and <= 1))
            throw new ArgumentException($"Percent is {Percent}; it must be above 0 and at most 1.", nameof(Percent));
        if (Curves is < 1 or > 8)
            throw new ArgumentException($"Curves is {Curves}; it must be from 1 to 8.", nameof(Curves));
    }
}
