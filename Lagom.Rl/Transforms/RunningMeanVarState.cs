namespace Lagom.Rl;

/// <summary>What a <see cref="RunningMeanVar"/> has learned, to be saved.</summary>
/// <param name="Mean">The means.</param>
/// <param name="Variance">The population variances.</param>
/// <param name="Count">How many samples, with the start count. Range: positive.</param>
public sealed record RunningMeanVarState(double[] Mean, double[] Variance, double Count);
