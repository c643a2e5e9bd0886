namespace ExpUtils;

/// <summary>An estimated curve with an interval at each step.</summary>
/// <param name="Estimate">The mean over the runs, or what else was estimated, step by step.</param>
/// <param name="Lower">The lower ends.</param>
/// <param name="Upper">The upper ends.</param>
public sealed record ConfidenceBand(double[] Estimate, double[] Lower, double[] Upper);
