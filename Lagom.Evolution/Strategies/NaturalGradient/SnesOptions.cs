using Lagom.Evolution.Fitness;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="Snes"/>. The population's default size is 4 + 3 ln n, at least 2.</summary>
public sealed record SnesOptions : StrategyOptions
{
    /// <summary>The share of the natural gradient that the mean follows. Default: 1. Range: positive.</summary>
    public double MeanLearningRate { get; init; } = 1;

    /// <summary>The learning rate of the standard deviations. Default: (3 + ln n) / (5 √n). Range: positive.</summary>
    public double? StdLearningRate { get; init; }

    /// <summary>What the gradient is estimated from. Default: the utilities of natural evolution strategies.</summary>
    public FitnessShaping Shaping { get; init; } = FitnessShaping.NesUtilities;

    /// <summary>The first standard deviation of each coordinate as a multiple of sigma0. Default: 1 for all. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 2, nameof(PopulationSize), PopulationSize, "at least 2");
        Require(MeanLearningRate > 0 && double.IsFinite(MeanLearningRate), nameof(MeanLearningRate), MeanLearningRate, "positive");
        Require(StdLearningRate is null || (StdLearningRate > 0 && double.IsFinite(StdLearningRate.Value)), nameof(StdLearningRate), StdLearningRate, "positive");
        Require(Shaping is FitnessShaping.NesUtilities or FitnessShaping.CentredRanks or FitnessShaping.ZScore, nameof(Shaping), Shaping, "a shaping whose weights sum to 0");
    }
}
