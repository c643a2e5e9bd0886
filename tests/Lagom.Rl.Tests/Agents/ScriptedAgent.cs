namespace Lagom.Rl.Tests.Agents;

/// <summary>Its action is the running number of the calls made to it, and the value of an observation a tenth of it.</summary>
internal sealed class ScriptedAgent() : Agent<int, int>(nameof(ScriptedAgent))
{
    public int Calls { get; private set; }

    public List<bool> Continuations { get; } = [];

    public override AgentAction<int> ChooseAction(TimeStep<int> step, ActionMode mode)
    {
        Continuations.Add(step.IsContinuation);
        return new AgentAction<int>(Calls++, Said(step));
    }

    public override IReadOnlyDictionary<string, object> Assess(TimeStep<int> step, int place = 0)
    {
        Calls++;
        return Said(step);
    }

    public override IReadOnlyDictionary<string, double> Learn(IReadOnlyList<Trajectory<int, int>> trajectories, CancellationToken cancellationToken = default)
    {
        TrainedSteps += trajectories.Sum(trajectory => trajectory.ActionCount);
        return new Dictionary<string, double>();
    }

    private static Dictionary<string, object> Said(TimeStep<int> step) => new() { ["V"] = step.Observation / 10.0 };
}
