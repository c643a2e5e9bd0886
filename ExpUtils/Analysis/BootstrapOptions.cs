namespace ExpUtils;

/// <summary>How intervals are bootstrapped.</summary>
public sealed record BootstrapOptions
{
    /// <summary>The share α of the distribution outside the interval, half on each side. Default: 0.05. Range: between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>How many resamples are drawn. Default: 10000. Range: at least 1.</summary>
    public int Resamples { get; init; } = 10_000;

    /// <summary>What is estimated. Default: the mean.</summary>
    public BootstrapStatistic Statistic { get; init; } = BootstrapStatistic.Mean;

    /// <summary>The seed of the resampling: the same seed and data give the same interval. Default: 0.</summary>
    public long Seed { get; init; }

    internal void Check()
    {
        if (!(Alpha is > 0 and < 1))
            throw new ArgumentException($"Alpha is {Alpha}; it must be between 0 and 1.", nameof(Alpha));
        if (Resamples < 1)
            throw new ArgumentException($"Resamples is {Resamples}; it must be at least 1.", nameof(Resamples));
        if (!Enum.IsDefined(Statistic))
            throw new ArgumentException($"Statistic is {Statistic}; it must be Mean or Sum.", nameof(Statistic));
    }
}
