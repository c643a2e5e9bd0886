namespace Lagom.Rl;

/// <summary>Collects trajectories from a vector of environments, step by step.</summary>
internal sealed class VectorCollector<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Agent<TObservation, TAction> _agent;
    private readonly VectorTimeStepEnvironment<TObservation, TAction> _environments;
    private readonly ActionMode _mode;
    private readonly Trajectory<TObservation, TAction>[] _open;

    public VectorCollector(Agent<TObservation, TAction> agent, VectorTimeStepEnvironment<TObservation, TAction> environments, ActionMode mode)
    {
        (_agent, _environments, _mode) = (agent, environments, mode);
        _open = [.. environments.Current.Select(static step => new Trajectory<TObservation, TAction>(step.Continue()))];
        Finished = [.. _open.Select(static _ => new List<Trajectory<TObservation, TAction>>())];
    }

    /// <summary>The trajectories that were closed, for each environment.</summary>
    public List<Trajectory<TObservation, TAction>>[] Finished { get; }

    public void Step()
    {
        IReadOnlyList<AgentAction<TAction>> actions = _agent.ChooseActions([.. _open.Select(static trajectory => trajectory[^1])], _mode);
        IReadOnlyList<TimeStep<TObservation>> steps = _environments.Step([.. actions.Select(static action => action.Action)]);
        for (int i = 0; i < _open.Length; i++)
        {
            _open[i].Add(actions[i], steps[i]);
            if (!_open[i].IsFinished)
                continue;
            Close(i);
            _open[i] = new Trajectory<TObservation, TAction>(_environments.Current[i]);
        }
    }

    /// <summary>Closes the trajectories that are under way.</summary>
    public void CloseAll()
    {
        for (int i = 0; i < _open.Length; i++)
        {
            if (_open[i].ActionCount > 0)
                Close(i);
        }
    }

    private void Close(int i)
    {
        _open[i].LastOutput = _agent.Assess(_open[i][^1], i);
        Finished[i].Add(_open[i]);
    }
}
