namespace Lagom.Rl;

/// <summary>Collects a trajectory from one environment, step by step; <see cref="VectorCollector{TObservation, TAction}"/> does so from many.</summary>
internal static class Collecting
{
    /// <summary>Makes one step, and closes the trajectory where its episode ends.</summary>
    /// <returns>Whether it ended.</returns>
    public static bool Step<TObservation, TAction>(
        this Trajectory<TObservation, TAction> trajectory, Agent<TObservation, TAction> agent, TimeStepEnvironment<TObservation, TAction> environment, ActionMode mode)
        where TObservation : notnull
        where TAction : notnull
    {
        AgentAction<TAction> action = agent.ChooseAction(trajectory[^1], mode);
        trajectory.Add(action, environment.Step(action.Action));
        if (trajectory.IsFinished)
            trajectory.Close(agent);
        return trajectory.IsFinished;
    }

    /// <summary>Adds what the agent thinks of the last observation.</summary>
    public static void Close<TObservation, TAction>(this Trajectory<TObservation, TAction> trajectory, Agent<TObservation, TAction> agent)
        where TObservation : notnull
        where TAction : notnull => trajectory.LastOutput = agent.Assess(trajectory[^1]);
}
