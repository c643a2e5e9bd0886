namespace Lagom.Rl;

/// <summary>Trains an algorithm from its making to the end of its loop.</summary>
internal static class AlgorithmTraining
{
    /// <summary>Makes the environments and the algorithm, and trains it.</summary>
    /// <param name="environment">The environment's id.</param>
    /// <param name="environments">How many copies of it.</param>
    /// <param name="create">Makes the algorithm.</param>
    /// <param name="defaults">Makes the training's options where the caller gave none.</param>
    /// <param name="training">The training's options, or null.</param>
    /// <param name="registry">Where the environment is found; null for the built-in ones.</param>
    /// <param name="progress">Hears how it goes, or null.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <returns>The trained algorithm; where anything throws, it is disposed.</returns>
    public static async Task<T> RunAsync<T>(
        string environment,
        int environments,
        Func<IEnvironmentBatch, T> create,
        Func<TrainingOptions> defaults,
        TrainingOptions? training,
        EnvironmentRegistry? registry,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
        where T : IAlgorithm
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(environment);
        registry ??= new EnvironmentRegistry();
        T algorithm = create(registry.MakeBatch(environment, environments));
        try
        {
            var loop = new TrainingLoop(algorithm, registry, environment, training ?? defaults());
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
