using ExpUtils;

namespace Showcase.Comparing;

/// <summary>The runs of one setting.</summary>
/// <param name="Returns">The return at the end of each run.</param>
/// <param name="Interval">The mean of these with its 95 % bootstrap interval.</param>
/// <param name="Curve">The mean learning curve with its 95 % bootstrap band.</param>
internal sealed record ComparedSetting(double[] Returns, ConfidenceInterval Interval, ConfidenceBand Curve);
