namespace Layg.Sampling;

/// <summary>
/// Integrated autocorrelation times (τ): a walker makes one independent sample every τ steps.
/// </summary>
public sealed class AutocorrelationTime
{
    /// <summary>How many autocorrelation times a chain must have before their estimate can be trusted.</summary>
    public const double TrustedLength = 50;

    internal AutocorrelationTime(double[] times, long steps, int walkers)
    {
        PerParameter = times;
        // Unlike Math.Max, the LINQ maximum of doubles passes over NaN.
        Max = times.Aggregate(double.NegativeInfinity, Math.Max);
        Steps = steps;
        EffectiveSampleSizes = Array.ConvertAll(times, time => walkers * steps / time);
    }

    /// <summary>τ of each coordinate, in steps: [dimension]. NaN where a walker never moved.</summary>
    public IReadOnlyList<double> PerParameter { get; }

    /// <summary>The largest of them; NaN where one is.</summary>
    public double Max { get; }

    /// <summary>How many steps the estimate rests on.</summary>
    public long Steps { get; }

    /// <summary>How many independent samples the chain is worth, for each coordinate: walkers × steps / τ.</summary>
    public IReadOnlyList<double> EffectiveSampleSizes { get; }

    /// <summary>
    /// Whether the chain has at least <see cref="TrustedLength"/> autocorrelation times of every coordinate. A shorter chain
    /// underestimates τ: make more steps.
    /// </summary>
    public bool IsTrustworthy => Steps >= TrustedLength * Max;
}
