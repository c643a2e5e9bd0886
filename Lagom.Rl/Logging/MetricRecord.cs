namespace Lagom.Rl;

/// <summary>The figures of one moment, as a <see cref="IMetricSink"/> takes them.</summary>
/// <param name="Step">When: the number of environment steps, or another count that never falls.</param>
/// <param name="Metrics">The figures by name; NaN and infinities are allowed.</param>
public sealed record MetricRecord(long Step, IReadOnlyDictionary<string, double> Metrics);
