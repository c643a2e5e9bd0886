using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="DifferentialEvolution"/>. The population's default size is 5 n, at least 12 and at most 200; at least 4.</summary>
public sealed record DifferentialEvolutionOptions : StrategyOptions
{
    /// <summary>How mutants are made. Default: JADE.</summary>
    public DifferentialVariant Variant { get; init; }

    /// <summary>The factor of the differences (F). Default: 0.6. Ignored by JADE. Range: above 0, at most 2.</summary>
    public double ScaleFactor { get; init; } = 0.6;

    /// <summary>
    /// How far the factor is dithered: each mutant draws its own, uniform in <see cref="ScaleFactor"/> ± this. Default: 0.2. Ignored by JADE.
    /// Range: at least 0, below the scale factor.
    /// </summary>
    public double Dither { get; init; } = 0.2;

    /// <summary>The share of coordinates that come from the mutant (CR). Default: 0.9. Ignored by JADE. Range: 0 to 1.</summary>
    public double CrossoverRate { get; init; } = 0.9;

    /// <summary>The share of the population that counts as the best for JADE (p). Default: 0.1. Range: above 0, at most 1.</summary>
    public double BestShare { get; init; } = 0.1;

    /// <summary>How fast JADE's means follow what succeeded (c). Default: 0.1. Range: above 0, at most 1.</summary>
    public double AdaptationRate { get; init; } = 0.1;

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 4, nameof(PopulationSize), PopulationSize, "at least 4");
        Require(Enum.IsDefined(Variant), nameof(Variant), Variant, "a variant");
        Require(ScaleFactor is > 0 and <= 2, nameof(ScaleFactor), ScaleFactor, "above 0 and at most 2");
        Require(Dither >= 0 && Dither < ScaleFactor, nameof(Dither), Dither, "at least 0 and below the scale factor");
        Require(CrossoverRate is >= 0 and <= 1, nameof(CrossoverRate), CrossoverRate, "0 to 1");
        Require(BestShare is > 0 and <= 1, nameof(BestShare), BestShare, "above 0 and at most 1");
        Require(AdaptationRate is > 0 and <= 1, nameof(AdaptationRate), AdaptationRate, "above 0 and at most 1");
    }
}
