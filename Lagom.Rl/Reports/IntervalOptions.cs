using System.Globalization;

namespace Lagom.Rl;

/// <summary>What stands for the runs of a configuration, and how its confidence interval is made.</summary>
public sealed record IntervalOptions
{
    /// <summary>The kind. Default: bootstrap.</summary>
    public IntervalKind Kind { get; init; } = IntervalKind.Bootstrap;

    /// <summary>What stands for the seeds. Default: their mean. Normal intervals are of the mean only.</summary>
    public CurveCentre Centre { get; init; } = CurveCentre.Mean;

    /// <summary>How often such intervals hold the true mean, ideally. Default: 0.95. Range: above 0, below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How many times seeds are drawn with replacement. Default: 2000. Range: at least 1.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>The seed of those draws. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>What the centre is called: "mean" or "interquartile mean".</summary>
    public string CentreName => Centre == CurveCentre.Mean ? "mean" : "interquartile mean";

    /// <summary>What a reader of a figure needs to know, such as "95 % bootstrap interval of the mean (2000 resamples)".</summary>
    public override string ToString() => Kind == IntervalKind.Bootstrap
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * Level:0.##} % bootstrap interval of the {CentreName} ({Resamples} resamples)")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * Level:0.##} % normal interval of the {CentreName}");

    internal void Validate()
    {
        if (!Enum.IsDefined(Kind))
            throw new ArgumentException($"{nameof(Kind)} is {Kind}; it must be one of {string.Join(", ", Enum.GetNames<IntervalKind>())}.", nameof(Kind));
        if (!Enum.IsDefined(Centre) || (Centre != CurveCentre.Mean && Kind == IntervalKind.Normal))
            throw new ArgumentException($"{nameof(Centre)} is {Centre}; it must be {nameof(CurveCentre.Mean)}, or {nameof(CurveCentre.InterquartileMean)} with bootstrap intervals.", nameof(Centre));
        if (!(Level > 0 && Level < 1))
            throw new ArgumentException($"{nameof(Level)} is {Level.ToString(CultureInfo.InvariantCulture)}; it must be above 0 and below 1.", nameof(Level));
        if (Resamples < 1)
            throw new ArgumentException($"{nameof(Resamples)} is {Resamples}; it must be at least 1.", nameof(Resamples));
    }
}
