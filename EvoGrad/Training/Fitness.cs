using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>How good individuals are: a function of tensors for many at once, or of one individual, run in parallel.</summary>
public abstract class Fitness
{
    private protected Fitness()
    {
    }

    /// <summary>A function of many individuals at once.</summary>
    /// <param name="function">
    /// Takes individuals of shape [n, individual shape], valid during the call, and returns their fitness of shape [n]. Each may depend on its own
    /// individual only: large generations come in parts (<see cref="EvolutionGradientOptions.BatchBytes"/>).
    /// </param>
    public static Fitness Batched(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new BatchedFitness(function);
    }

    /// <summary>A function of one individual, run in parallel.</summary>
    /// <param name="function">The function, which gets the individual's numbers; must be thread-safe.</param>
    public static Fitness PerIndividual(Func<ReadOnlySpan<double>, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new ParallelFitness((individual, _) => function(individual));
    }

    /// <summary>A function of one individual that draws random numbers, such as a simulation; run in parallel.</summary>
    /// <param name="function">The function, which gets the individual's numbers and a stream of its own; must be thread-safe.</param>
    public static Fitness Simulated(IndividualFitness function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new ParallelFitness(function);
    }

    /// <summary>Evaluates individuals.</summary>
    /// <param name="individuals">Shape [n, individual shape].</param>
    /// <param name="seed">The seed of the generation.</param>
    /// <param name="first">The index of the first one in the generation.</param>
    /// <param name="fitness">Receives n numbers.</param>
    /// <param name="threads">At most so many at a time.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    internal abstract void Evaluate(Tensor individuals, long seed, int first, Memory<double> fitness, int threads, CancellationToken cancellationToken);
}
