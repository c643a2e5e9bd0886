namespace ExpUtils;

/// <summary>A mean learning curve with an interval at each step.</summary>
/// <param name="Mean">The mean over the runs, step by step.</param>
/// <param name="Lower">The lower ends.</param>
/// <param name="Upper">The upper ends.</param>
public sealed record ConfidenceBand(double[] Mean, double[] Lower, double[] Upper);
