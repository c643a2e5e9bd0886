namespace Lagom.Rl;

/// <summary>
/// Collects a number of steps, over one or more trajectories; the last one may be cut in the middle of its episode. The next call goes on with
/// that episode, its first time step marked as a continuation, or begins anew where asked to.
/// </summary>
/// <param name="resetOnCall">Whether every call begins with new episodes.</param>
/// <remarks>What is needed to go on is kept by the environment, so that one runner serves several. Resets happen only when a step is to be made.</remarks>
public sealed class StepRunner(bool resetOnCall = true)
{
    /// <summary>Runs so many steps.</summary>
    /// <typeparam name="TObservation">The type of the observations.</typeparam>
    /// <typeparam name="TAction">The type of the actions.</typeparam>
    /// <param name="agent">Who acts.</param>
    /// <param name="environment">Where.</param>
    /// <param name="steps">How many steps. Range: at least 1.</param>
    /// <param name="mode">What actions are chosen for.</param>
    /// <param name="cancellationToken">Ends it with an exception between two steps; the next call goes on where the environment is.</param>
    /// <returns>The trajectories, in order, of so many steps together.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public IReadOnlyList<Trajectory<TObservation, TAction>> Run<TObservation, TAction>(
        Agent<TObservation, TAction> agent,
        TimeStepEnvironment<TObservation, TAction> environment,
        int steps,
        ActionMode mode = ActionMode.Explore,
        CancellationToken cancellationToken = default)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var all = new List<Trajectory<TObservation, TAction>>();
        Trajectory<TObservation, TAction>? open = null;
        for (int made = 0; made < steps; made++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (open is null)
            {
                bool begins = environment.NeedsReset || (resetOnCall && made == 0);
                open = new Trajectory<TObservation, TAction>(begins ? environment.Reset() : environment.Current!.Continue());
                all.Add(open);
            }

            if (open.Step(agent, environment, mode))
                open = null;
        }

        open?.Close(agent);
        return all;
    }

    /// <summary>Runs so many steps in every environment of a vector.</summary>
    /// <typeparam name="TObservation">The type of the observations.</typeparam>
    /// <typeparam name="TAction">The type of the actions.</typeparam>
    /// <param name="agent">Who acts.</param>
    /// <param name="environments">Where.</param>
    /// <param name="steps">How many steps of each environment. Range: at least 1.</param>
    /// <param name="mode">What actions are chosen for.</param>
    /// <param name="cancellationToken">Ends it with an exception between two steps; the next call goes on where the environments are.</param>
    /// <returns>The trajectories: those of the first environment in order, then those of the second, and so on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public IReadOnlyList<Trajectory<TObservation, TAction>> Run<TObservation, TAction>(
        Agent<TObservation, TAction> agent,
        VectorTimeStepEnvironment<TObservation, TAction> environments,
        int steps,
        ActionMode mode = ActionMode.Explore,
        CancellationToken cancellationToken = default)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(environments);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (resetOnCall || environments.NeedsReset)
            environments.Reset();
        var collector = new VectorCollector<TObservation, TAction>(agent, environments, mode);
        for (int made = 0; made < steps; made++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Step();
        }

        collector.CloseAll();
        return [.. collector.Finished.SelectMany(static trajectories => trajectories)];
    }
}
