namespace Lagom.Rl;

/// <summary>Collects whole episodes.</summary>
public static class EpisodeRunner
{
    /// <summary>Runs episodes one after the other, each from a reset to its end.</summary>
    /// <typeparam name="TObservation">The type of the observations.</typeparam>
    /// <typeparam name="TAction">The type of the actions.</typeparam>
    /// <param name="agent">Who acts.</param>
    /// <param name="environment">Where.</param>
    /// <param name="episodes">How many episodes. Range: at least 1.</param>
    /// <param name="mode">What actions are chosen for.</param>
    /// <param name="cancellationToken">Ends it with an exception between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static IReadOnlyList<Trajectory<TObservation, TAction>> Run<TObservation, TAction>(
        Agent<TObservation, TAction> agent,
        TimeStepEnvironment<TObservation, TAction> environment,
        int episodes,
        ActionMode mode = ActionMode.Explore,
        CancellationToken cancellationToken = default)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        return [.. Stream(agent, environment, mode, cancellationToken).Take(episodes)];
    }

    /// <summary>Runs episodes one after the other for as long as they are asked for.</summary>
    /// <typeparam name="TObservation">The type of the observations.</typeparam>
    /// <typeparam name="TAction">The type of the actions.</typeparam>
    /// <param name="agent">Who acts.</param>
    /// <param name="environment">Where.</param>
    /// <param name="mode">What actions are chosen for.</param>
    /// <param name="cancellationToken">Ends it with an exception between two steps.</param>
    public static IEnumerable<Trajectory<TObservation, TAction>> Stream<TObservation, TAction>(
        Agent<TObservation, TAction> agent,
        TimeStepEnvironment<TObservation, TAction> environment,
        ActionMode mode = ActionMode.Explore,
        CancellationToken cancellationToken = default)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(environment);
        return Episodes(agent, environment, mode, cancellationToken);
    }

    /// <summary>Runs episodes in a vector of environments together, from resets of all, until enough have ended.</summary>
    /// <typeparam name="TObservation">The type of the observations.</typeparam>
    /// <typeparam name="TAction">The type of the actions.</typeparam>
    /// <param name="agent">Who acts.</param>
    /// <param name="environments">Where.</param>
    /// <param name="episodes">How many episodes. Range: at least 1.</param>
    /// <param name="mode">What actions are chosen for.</param>
    /// <param name="cancellationToken">Ends it with an exception between two steps.</param>
    /// <returns>As many episodes from each environment as their numbers come to, so that short episodes are not preferred; in the order of environments.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static IReadOnlyList<Trajectory<TObservation, TAction>> Run<TObservation, TAction>(
        Agent<TObservation, TAction> agent,
        VectorTimeStepEnvironment<TObservation, TAction> environments,
        int episodes,
        ActionMode mode = ActionMode.Explore,
        CancellationToken cancellationToken = default)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(environments);
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        environments.Reset();
        var collector = new VectorCollector<TObservation, TAction>(agent, environments, mode);
        int count = environments.Count;
        while (Enumerable.Range(0, count).Any(i => collector.Finished[i].Count < Quota(i)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Step();
        }

        return [.. Enumerable.Range(0, count).SelectMany(i => collector.Finished[i].Take(Quota(i)))];

        int Quota(int i) => episodes / count + (i < episodes % count ? 1 : 0);
    }

    private static IEnumerable<Trajectory<TObservation, TAction>> Episodes<TObservation, TAction>(
        Agent<TObservation, TAction> agent, TimeStepEnvironment<TObservation, TAction> environment, ActionMode mode, CancellationToken cancellationToken)
        where TObservation : notnull
        where TAction : notnull
    {
        while (true)
        {
            var trajectory = new Trajectory<TObservation, TAction>(environment.Reset());
            do
                cancellationToken.ThrowIfCancellationRequested();
            while (!trajectory.Step(agent, environment, mode));

            yield return trajectory;
        }
    }
}
