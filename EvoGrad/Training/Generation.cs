namespace EvoGrad;

/// <summary>Draws the individuals of a generation in parts, has them evaluated, and contracts their scores with weights.</summary>
internal abstract class Generation(IPopulation population, int count, bool isPaired, int threads, long batchBytes) : IDisposable
{
    protected int Count { get; } = count;

    protected bool IsPaired { get; } = isPaired;

    protected int Threads { get; } = threads;

    /// <summary>Individuals with noise of their own: half of them where the others are mirror images.</summary>
    protected int Originals { get; } = isPaired ? count / 2 : count;

    /// <summary>Originals that are in memory at a time.</summary>
    protected int Rows { get; } = (int)Math.Clamp(batchBytes / BytesPerOriginal(population, isPaired), 1, isPaired ? count / 2 : count);

    /// <summary>Whether the whole generation is in memory at once.</summary>
    protected bool IsWhole => Rows == Originals;

    /// <summary>Makes the one that is fastest for a population.</summary>
    public static Generation Of(IPopulation population, EvolutionGradientOptions options) => population is NormalPopulation normal
        ? new NormalGeneration(normal, options.PopulationSize, options.Antithetic, options.Threads, options.BatchBytes)
        : new ScoredGeneration(population, options.PopulationSize, options.Antithetic, options.Threads, options.BatchBytes);

    /// <summary>Draws and evaluates all individuals.</summary>
    public abstract void Evaluate(long seed, Fitness fitness, double[] values, CancellationToken cancellationToken);

    /// <summary>Sets the gradients of the learnt parameters to Σ w_i ∂ ln p(x_i), for the individuals of a seed.</summary>
    public abstract void SetGradients(long seed, double[] weights, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract void Dispose();

    private static long BytesPerOriginal(IPopulation population, bool isPaired)
    {
        long numbers = 1;
        foreach (long length in population.IndividualShape)
            numbers *= length;
        return numbers * population.Parameters.Values.First().element_size() * (isPaired ? 2 : 1);
    }
}
