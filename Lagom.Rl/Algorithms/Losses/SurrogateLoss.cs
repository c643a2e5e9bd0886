namespace Lagom.Rl;

/// <summary>What <see cref="PolicyLosses.ClippedSurrogate"/> found.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="ClipFraction">The share of ratios outside the range.</param>
/// <param name="LogRatioMean">The mean of old minus new log-probabilities, an unbiased estimate of the policies' divergence that may be negative.</param>
/// <param name="ApproximateKl">The mean of ratio - 1 - ln ratio, the same divergence estimated with less variance, never negative.</param>
public readonly record struct SurrogateLoss(double Loss, double ClipFraction, double LogRatioMean, double ApproximateKl);
