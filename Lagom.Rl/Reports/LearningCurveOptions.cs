namespace Lagom.Rl;

/// <summary>How <see cref="LearningCurves"/> reads curves.</summary>
public sealed record LearningCurveOptions
{
    /// <summary>The name of the log in the folder of each job, written by <see cref="JsonLinesSink"/>. Default: "log.jsonl".</summary>
    public string FileName { get; init; } = "log.jsonl";

    /// <summary>The figure that the curves go over; null for the step. Default: null.</summary>
    public string? XMetric { get; init; }

    /// <summary>At how many equally spaced places curves are given; null for all places where a seed of the configuration has a point. Default: null. Range: at least 2.</summary>
    public int? Points { get; init; }

    /// <summary>The window of a Savitzky-Golay filter, in points; 0 for no smoothing. A curve with fewer points gets the longest odd window. Default: 0. Range: odd.</summary>
    public int SmoothingWindow { get; init; }

    /// <summary>The order of the filter's polynomials. Default: 3. Range: at least 0, below the window.</summary>
    public int SmoothingOrder { get; init; } = 3;

    /// <summary>Of how many points one is kept. Default: 1. Range: at least 1.</summary>
    public int PointStep { get; init; } = 1;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(FileName);
        if (Points < 2)
            throw new ArgumentException($"{nameof(Points)} is {Points}; it must be at least 2, or null.", nameof(Points));
        if (SmoothingOrder < 0)
            throw new ArgumentException($"{nameof(SmoothingOrder)} is {SmoothingOrder}; it must be at least 0.", nameof(SmoothingOrder));
        if (SmoothingWindow != 0 && (SmoothingWindow % 2 != 1 || SmoothingWindow <= SmoothingOrder))
            throw new ArgumentException($"{nameof(SmoothingWindow)} is {SmoothingWindow}; it must be 0, or odd and above the order {SmoothingOrder}.", nameof(SmoothingWindow));
        if (PointStep < 1)
            throw new ArgumentException($"{nameof(PointStep)} is {PointStep}; it must be at least 1.", nameof(PointStep));
    }
}
