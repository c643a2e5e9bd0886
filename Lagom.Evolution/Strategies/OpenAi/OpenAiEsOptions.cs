using Lagom.Evolution.Fitness;
using Lagom.Evolution.Gradients;
using Lagom.Evolution.Schedules;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="OpenAiEs"/>. The population's default size is 4 (4 + 3 ln n), made even.</summary>
public sealed record OpenAiEsOptions : StrategyOptions
{
    /// <summary>The step size as a multiple of sigma0, by generation. Default: 1. Range: positive at every generation.</summary>
    public Schedule SigmaSchedule { get; init; } = 1;

    /// <summary>
    /// The learning rate by generation; an <see cref="ExponentialSchedule"/> decays it down to a floor. Default: a tenth of the step size of
    /// the generation. Range: positive at every generation.
    /// </summary>
    public Schedule? LearningRate { get; init; }

    /// <summary>How the mean follows the gradient. Default: Adam.</summary>
    public GradientRule Rule { get; init; } = new Adam();

    /// <summary>
    /// Whether candidates come in mirrored pairs, all the first halves before all the second ones; the population must be even then.
    /// Default: yes.
    /// </summary>
    public bool Antithetic { get; init; } = true;

    /// <summary>What the gradient is estimated from; standardised afterwards. Default: centred ranks.</summary>
    public FitnessShaping Shaping { get; init; } = FitnessShaping.CentredRanks;

    /// <summary>A multiple of the mean that is added to the gradient, and so pulls the mean towards 0. Default: 0. Range: at least 0.</summary>
    public double WeightDecay { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 2, nameof(PopulationSize), PopulationSize, "at least 2");
        Require(!Antithetic || PopulationSize is null || PopulationSize % 2 == 0, nameof(PopulationSize), PopulationSize, "even for antithetic pairs");
        ArgumentNullException.ThrowIfNull(SigmaSchedule);
        ArgumentNullException.ThrowIfNull(Rule);
        Require(Enum.IsDefined(Shaping), nameof(Shaping), Shaping, "a shaping");
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), nameof(WeightDecay), WeightDecay, "at least 0");
    }
}
