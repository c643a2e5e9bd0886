namespace Lagom.Rl;

/// <summary>How a figure developed in the runs of one configuration, one run per seed.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="X">Where the curves are given, rising: steps, say.</param>
/// <param name="Y">The curves [seeds][x].</param>
public sealed record LearningCurve(Configuration Configuration, IReadOnlyList<long> Seeds, double[] X, double[][] Y)
{
    /// <summary>The mean (or interquartile mean) over the seeds, with a confidence interval at every place.</summary>
    /// <param name="interval">How the intervals are made; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there is no curve.</exception>
    public CurveBand Band(IntervalOptions? interval = null) => CurveBand.Of(X, Y, interval);
}
