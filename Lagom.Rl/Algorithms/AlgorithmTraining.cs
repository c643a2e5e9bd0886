namespace Lagom.Rl;

/// <summary>Trains an algorithm from its making to the end of its loop.</summary>
internal static class AlgorithmTraining
{
    /// <summary>Makes the environments and the algorithm, and trains it.</summary>
    /// <param name="environment">The environment's id.</param>
    /// <param name="environments">How many copies of it.</param>
    /// <param name="create">Makes the algorithm.</param>
    /// <param name="planned">The training that the algorithm's options plan for.</param>
    /// <param name="isAnnealed">Whether the algorithm ceases to learn at the end of the planned steps.</param>
    /// <param name="training">The training's options; null for the planned ones.</param>
    /// <param name="registry">Where the environment is found; null for the built-in ones.</param>
    /// <param name="progress">Hears how it goes, or null.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <returns>The trained algorithm; where anything throws, it is disposed.</returns>
    /// <exception cref="ArgumentException">The training goes on where the algorithm has ceased to learn.</exception>
    public static async Task<T> RunAsync<T>(
        string environment,
        int environments,
        Func<IEnvironmentBatch, T> create,
        TrainingOptions planned,
        bool isAnnealed,
        TrainingOptions? training,
        EnvironmentRegistry? registry,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
        where T : IAlgorithm
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(environment);
        training ??= planned;
        if (isAnnealed && training.TotalSteps > planned.TotalSteps)
        {
            throw new ArgumentException(
                $"The training takes {training.TotalSteps} steps, but the algorithm anneals to 0 along its own TotalSteps of {planned.TotalSteps} and would learn nothing from the rest. " +
                "Give the algorithm's options the same TotalSteps, or turn annealing off.",
                nameof(training));
        }

        registry ??= new EnvironmentRegistry();
        T algorithm = create(registry.MakeBatch(environment, environments));
        try
        {
            var loop = new TrainingLoop(algorithm, registry, environment, training);
            await loop.RunAsync(progress, cancellationToken).ConfigureAwait(false);
            return algorithm;
        }
        catch
        {
            algorithm.Dispose();
            throw;
        }
    }
}
