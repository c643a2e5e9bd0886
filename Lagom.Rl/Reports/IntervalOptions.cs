using System.Globalization;

namespace Lagom.Rl;

/// <summary>How confidence intervals of means over seeds are made.</summary>
public sealed record IntervalOptions
{
    /// <summary>The kind. Default: bootstrap.</summary>
    public IntervalKind Kind { get; init; } = IntervalKind.Bootstrap;

    /// <summary>How often such intervals hold the true mean, ideally. Default: 0.95. Range: above 0, below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How many times seeds are drawn with replacement. Default: 2000. Range: at least 1.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>The seed of those draws. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>What a reader of a figure needs to know, such as "95 % bootstrap interval of the mean (2000 resamples)".</summary>
    public override string ToString() => Kind == IntervalKind.Bootstrap
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * Level:0.##} % bootstrap interval of the mean ({Resamples} resamples)")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * Level:0.##} % normal interval of the mean");

    internal void Validate()
    {
        if (!Enum.IsDefined(Kind))
            throw new ArgumentException($"{nameof(Kind)} is {Kind}; it must be one of {string.Join(", ", Enum.GetNames<IntervalKind>())}.", nameof(Kind));
        if (!(Level > 0 && Level < 1))
            throw new ArgumentException($"{nameof(Level)} is {Level.ToString(CultureInfo.InvariantCulture)}; it must be above 0 and below 1.", nameof(Level));
        if (Resamples < 1)
            throw new ArgumentException($"{nameof(Resamples)} is {Resamples}; it must be at least 1.", nameof(Resamples));
    }
}
