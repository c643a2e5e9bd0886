namespace Lagom.Rl;

/// <summary>Makes batches of environments that have no form of their own for it.</summary>
internal static class SequentialBatches
{
    public static IEnvironmentBatch Make(string id, Func<IEnvironment> create, BatchOptions options)
    {
        IEnvironment[] all = [.. Enumerable.Range(0, options.Count).Select(_ => create())];
        return Of<float[]>(all, options) ?? Of<int>(all, options) ?? Of<IReadOnlyList<object>>(all, options) ?? Of<IReadOnlyDictionary<string, object>>(all, options)
            ?? throw new ArgumentException(
                $"'{id}' observes from {all[0].ObservationSpace} and acts in {all[0].ActionSpace}; a batch needs actions that are choices (int) or arrays (float[]), " +
                "and observations of a space's own type. A wrapper such as FlattenObservation can give them.",
                nameof(id));
    }

    private static IEnvironmentBatch? Of<TObservation>(IEnvironment[] all, BatchOptions options)
        where TObservation : notnull => all[0] switch
        {
            IEnvironment<TObservation, int> { ActionSpace: Discrete } => new SequentialDiscreteBatch<TObservation>(Vector<TObservation, int>(all, options)),
            IEnvironment<TObservation, float[]> => new SequentialContinuousBatch<TObservation>(Vector<TObservation, float[]>(all, options)),
            _ => null,
        };

    private static VectorEnvironment<TObservation, TAction> Vector<TObservation, TAction>(IEnvironment[] all, BatchOptions options)
        where TObservation : notnull
        where TAction : notnull =>
        new(
            [.. all.Cast<IEnvironment<TObservation, TAction>>().Select(
                environment => options.MaxEpisodeSteps is { } limit ? new TimeLimit<TObservation, TAction>(environment, limit) : environment)],
            options.Autoreset);
}
