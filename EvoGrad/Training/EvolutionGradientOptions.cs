using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>How <see cref="EvolutionGradient"/> searches.</summary>
public sealed class EvolutionGradientOptions
{
    /// <summary>Individuals per generation (n). Range: at least 2; even with <see cref="Antithetic"/>.</summary>
    public int PopulationSize { get; set; } = 100;

    /// <summary>Where all randomness comes from.</summary>
    public long Seed { get; set; }

    /// <summary>Whether larger or smaller fitness is better.</summary>
    public Goal Goal { get; set; } = Goal.Maximize;

    /// <summary>Whether to draw pairs of individuals that lie on either side of the mean, which lowers the gradient's variance where the fitness is nearly linear.</summary>
    public bool Antithetic { get; set; }

    /// <summary>What is made of the fitness before the gradient.</summary>
    public FitnessShaping Shaping { get; set; } = FitnessShaping.Standardize;

    /// <summary>What is subtracted from the shaped fitness.</summary>
    public GradientBaseline Baseline { get; set; } = GradientBaseline.LeaveOneOut;

    /// <summary>Which gradient the optimizer gets.</summary>
    public GradientKind Gradient { get; set; } = GradientKind.Plain;

    /// <summary>
    /// Makes the optimizer of the parameters, which minimises; its gradients have the sign for it, whatever the goal. Default: SGD with
    /// learning rate 0.01.
    /// </summary>
    public Func<IEnumerable<Parameter>, optim.Optimizer> Optimizer { get; set; } = static parameters => optim.SGD(parameters, 0.01);

    /// <summary>What to do with fitness that is NaN or infinite.</summary>
    public NonFiniteFitness NonFiniteFitness { get; set; } = NonFiniteFitness.Throw;

    /// <summary>Threads for noise, gradient and individual fitness; results do not depend on it. Range: at least 1.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// At most so many bytes of individuals are in memory at a time: a larger generation is drawn and evaluated in parts, whose noise is drawn again
    /// from the counter when the gradient needs it. Range: 1 to 2^30; a part has at least one individual.
    /// </summary>
    public long BatchBytes { get; set; } = 2 << 20;

    /// <summary>
    /// Called after every generation, without recording: the place to keep parameters within bounds. None if null. Where it throws, the exception passes
    /// unwrapped, the generation is done all the same, and the next call goes on from it.
    /// </summary>
    public Action? Constrain { get; set; }

    /// <summary>Whether every generation's report is kept in <see cref="EvolutionGradient.History"/>.</summary>
    public bool KeepHistory { get; set; } = true;

    internal EvolutionGradientOptions Copy() => (EvolutionGradientOptions)MemberwiseClone();

    internal IEnumerable<string> Errors()
    {
        if (PopulationSize < 2)
            yield return $"{nameof(PopulationSize)} is {PopulationSize}; it must be at least 2.";
        else if (Antithetic && PopulationSize % 2 != 0)
            yield return $"{nameof(PopulationSize)} is {PopulationSize}; with {nameof(Antithetic)} it must be even.";
        else if (PopulationSize == 2 && Antithetic && Baseline == GradientBaseline.LeaveOneOut)
            yield return $"{nameof(PopulationSize)} is 2; with {nameof(Antithetic)} it must be at least 4 for the baseline {GradientBaseline.LeaveOneOut}, or take another baseline.";
        if (!Enum.IsDefined(Goal))
            yield return $"{nameof(Goal)} is {Goal}; it must be one of {string.Join(", ", Enum.GetNames<Goal>())}.";
        if (!Enum.IsDefined(Gradient))
            yield return $"{nameof(Gradient)} is {Gradient}; it must be one of {string.Join(", ", Enum.GetNames<GradientKind>())}.";
        if (!Enum.IsDefined(Baseline))
            yield return $"{nameof(Baseline)} is {Baseline}; it must be one of {string.Join(", ", Enum.GetNames<GradientBaseline>())}.";
        if (!Enum.IsDefined(NonFiniteFitness))
            yield return $"{nameof(NonFiniteFitness)} is {NonFiniteFitness}; it must be one of {string.Join(", ", Enum.GetNames<NonFiniteFitness>())}.";
        if (Shaping is null)
            yield return $"{nameof(Shaping)} is null; take FitnessShaping.None for the fitness as it is.";
        else if (Shaping.Fewest > PopulationSize)
            yield return $"{nameof(PopulationSize)} is {PopulationSize}; {nameof(Shaping)} takes the {Shaping.Fewest} best, so it must be at least {Shaping.Fewest}.";
        if (Optimizer is null)
            yield return $"{nameof(Optimizer)} is null; it must make an optimizer.";
        if (Threads < 1)
            yield return $"{nameof(Threads)} is {Threads}; it must be at least 1.";
        if (BatchBytes is < 1 or > 1 << 30)
            yield return $"{nameof(BatchBytes)} is {BatchBytes}; it must be from 1 to {1 << 30}.";
    }
}
