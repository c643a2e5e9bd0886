namespace Lagom.Rl;

/// <inheritdoc/>
internal sealed class PolicyDriver<TAction>(IPolicy<TAction> policy, IEnvironmentBatch<TAction> environments, int actionSize) : PolicyDriver
    where TAction : unmanaged
{
    private readonly TAction[] _actions = new TAction[environments.Count * actionSize];
    private readonly bool[] _isFirst = new bool[environments.Count];

    public override void Begin(long seed)
    {
        environments.Reset(seed);
        Array.Fill(_isFirst, true);
    }

    public override void Step(RandomStream? random)
    {
        policy.Act(environments.Observations, _isFirst, _actions, random);
        environments.Step(_actions);
        for (int i = 0; i < _isFirst.Length; i++)
            _isFirst[i] = environments.Terminated[i] || environments.Truncated[i];
    }
}
