using Lagom.Evolution.Schedules;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="CrossEntropyMethod"/>. The population's default size is 4 (4 + 3 ln n).</summary>
public sealed record CrossEntropyOptions : StrategyOptions
{
    /// <summary>The share of a generation that the distribution is fitted to; rounded down, at least one. Default: 0.25. Range: above 0, at most 1.</summary>
    public double EliteRatio { get; init; } = 0.25;

    /// <summary>
    /// How much of the last standard deviations is kept when they are fitted again; slows their collapse. Default: 0.8; 0 is the plain method.
    /// Range: at least 0, below 1.
    /// </summary>
    public double Smoothing { get; init; } = 0.8;

    /// <summary>A variance that is added when candidates are drawn, by generation. Default: 0. Range: at least 0 at every generation.</summary>
    public Schedule ExtraVariance { get; init; } = 0;

    /// <summary>The standard deviation below which no coordinate falls. Default: 0. Range: at least 0.</summary>
    public double MinStd { get; init; }

    /// <summary>The first standard deviation of each coordinate as a multiple of sigma0. Default: 1 for all. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }

    /// <summary>
    /// Whether mean and standard deviations are kept as 32-bit floats, as the Python library of the same name does, to replay its runs.
    /// Default: no.
    /// </summary>
    public bool SinglePrecision { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(EliteRatio is > 0 and <= 1, nameof(EliteRatio), EliteRatio, "above 0 and at most 1");
        Require(Smoothing is >= 0 and < 1, nameof(Smoothing), Smoothing, "at least 0 and below 1");
        ArgumentNullException.ThrowIfNull(ExtraVariance);
        Require(MinStd >= 0 && double.IsFinite(MinStd), nameof(MinStd), MinStd, "at least 0");
    }
}
