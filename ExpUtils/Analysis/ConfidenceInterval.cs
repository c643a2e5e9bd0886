namespace ExpUtils;

/// <summary>An estimate with its interval.</summary>
/// <param name="Estimate">The statistic of the data themselves.</param>
/// <param name="Lower">The interval's lower end.</param>
/// <param name="Upper">The interval's upper end.</param>
public readonly record struct ConfidenceInterval(double Estimate, double Lower, double Upper);
