namespace Lagom.Rl.Tests.Agents;

/// <summary>Episode k has the length [3, 2, 4][k mod 3], those with k mod 3 = 1 end by time limit; observation 100 k + t, reward t.</summary>
internal sealed class ScriptedEnvironment(int first = 0) : IEnvironment<int, int>
{
    private static readonly int[] Lengths = [3, 2, 4];
    private int _episode = first - 1;
    private int _step;

    public Space<int> ObservationSpace { get; } = new Discrete(100_000);

    public Space<int> ActionSpace { get; } = new Discrete(100_000);

    public int Resets { get; private set; }

    public ResetResult<int> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        Resets++;
        _episode++;
        _step = 0;
        return new ResetResult<int>(100 * _episode, StepInfo.None);
    }

    public StepResult<int> Step(int action)
    {
        _step++;
        bool isOver = _step == Lengths[_episode % 3];
        bool isCut = isOver && _episode % 3 == 1;
        return new StepResult<int>((100 * _episode) + _step, _step, isOver && !isCut, isCut, StepInfo.None);
    }
}
