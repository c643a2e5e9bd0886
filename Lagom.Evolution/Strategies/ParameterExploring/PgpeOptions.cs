using Lagom.Evolution.Fitness;
using Lagom.Evolution.Gradients;
using Lagom.Evolution.Schedules;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="Pgpe"/>. The population's default size is 2 (4 + 3 ln n), made even; it must be even.</summary>
public sealed record PgpeOptions : StrategyOptions
{
    /// <summary>How the mean follows the gradient. Default: ClipUp.</summary>
    public GradientRule Rule { get; init; } = new ClipUp();

    /// <summary>
    /// The learning rate of the mean by generation; for ClipUp a length. Default: a thirtieth of the length of the vector of standard
    /// deviations, so that ClipUp's top speed is a fifteenth of it: the paper's rule, but with the deviations of the generation rather than
    /// the first. Range: positive at every generation.
    /// </summary>
    public Schedule? LearningRate { get; init; }

    /// <summary>The learning rate of the standard deviations. Default: 0.1. Range: at least 0; 0 keeps them.</summary>
    public double StdLearningRate { get; init; } = 0.1;

    /// <summary>The largest relative change of a standard deviation in a generation. Default: 0.2. Range: above 0, below 1.</summary>
    public double MaximumStdChange { get; init; } = 0.2;

    /// <summary>What the gradients are estimated from. Default: centred ranks.</summary>
    public FitnessShaping Shaping { get; init; } = FitnessShaping.CentredRanks;

    /// <summary>The first standard deviation of each coordinate as a multiple of sigma0. Default: 1 for all. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null || (PopulationSize >= 2 && PopulationSize % 2 == 0), nameof(PopulationSize), PopulationSize, "even and at least 2");
        ArgumentNullException.ThrowIfNull(Rule);
        Require(StdLearningRate >= 0 && double.IsFinite(StdLearningRate), nameof(StdLearningRate), StdLearningRate, "at least 0");
        Require(MaximumStdChange is > 0 and < 1, nameof(MaximumStdChange), MaximumStdChange, "above 0 and below 1");
        Require(Enum.IsDefined(Shaping), nameof(Shaping), Shaping, "a shaping");
    }
}
