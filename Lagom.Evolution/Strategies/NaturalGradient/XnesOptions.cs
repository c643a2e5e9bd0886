using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="Xnes"/>. The population's default size is 4 + 3 ln n, at least 2.</summary>
public sealed record XnesOptions : StrategyOptions
{
    /// <summary>The share of the natural gradient that the mean follows. Default: 1. Range: positive.</summary>
    public double MeanLearningRate { get; init; } = 1;

    /// <summary>
    /// The learning rate of the step size. Default: that of the covariance. A larger one is faster on round functions, and loses badly
    /// scaled ones, where the step size shrinks before the covariance has adapted. Range: positive.
    /// </summary>
    public double? StepLearningRate { get; init; }

    /// <summary>The learning rate of the covariance. Default: (9 + 3 ln n) / (5 n √n). Range: positive.</summary>
    public double? CovarianceLearningRate { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 2, nameof(PopulationSize), PopulationSize, "at least 2");
        Require(MeanLearningRate > 0 && double.IsFinite(MeanLearningRate), nameof(MeanLearningRate), MeanLearningRate, "positive");
        Require(
            StepLearningRate is null || (StepLearningRate > 0 && double.IsFinite(StepLearningRate.Value)), nameof(StepLearningRate), StepLearningRate, "positive");
        Require(
            CovarianceLearningRate is null || (CovarianceLearningRate > 0 && double.IsFinite(CovarianceLearningRate.Value)),
            nameof(CovarianceLearningRate), CovarianceLearningRate, "positive");
    }
}
