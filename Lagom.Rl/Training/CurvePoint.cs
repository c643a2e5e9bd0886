namespace Lagom.Rl;

/// <summary>A moment of a training, for its report.</summary>
internal sealed record CurvePoint(long Step, double MeanReturn, IReadOnlyDictionary<string, double> Metrics);
