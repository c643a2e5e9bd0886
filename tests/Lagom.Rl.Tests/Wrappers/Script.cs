namespace Lagom.Rl.Tests;

/// <summary>An environment that plays back observations, rewards and ends, from the first again after the last; remembers the last action.</summary>
internal sealed class Script(float[][] observations, double[] rewards, bool[] ends) : IEnvironment<float[], float[]>
{
    private int _at;
    private int _step;

    public Space<float[]> ObservationSpace { get; } = new Box(float.NegativeInfinity, float.PositiveInfinity, observations[0].Length);

    public Space<float[]> ActionSpace { get; init; } = new Box([-2, 0], [2, 10]);

    public float[] LastAction { get; private set; } = [];

    public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null) => new(Next(), StepInfo.None);

    public StepResult<float[]> Step(float[] action)
    {
        LastAction = action;
        int i = _step++ % rewards.Length;
        return new StepResult<float[]>(Next(), rewards[i], ends[i], Truncated: false, StepInfo.None);
    }

    private float[] Next() => observations[_at++ % observations.Length];
}
