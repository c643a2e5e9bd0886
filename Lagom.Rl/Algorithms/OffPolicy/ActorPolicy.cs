namespace Lagom.Rl;

/// <summary>A network that acts: tanh of its outputs, or of a normal sample around the first half of them.</summary>
internal sealed class ActorPolicy : IPolicy<float>
{
    private readonly DenseEnsemble _actor;
    private readonly ActionRange _range;
    private readonly float[] _scratch;
    private readonly float[] _outputs;
    private readonly (double Smallest, double Largest)? _logDeviations;

    public ActorPolicy(DenseEnsemble actor, Space actionSpace, ActionRange range, (double Smallest, double Largest)? logDeviations = null)
    {
        _actor = actor;
        _range = range;
        _scratch = new float[actor.ScratchLength];
        _outputs = new float[actor.Outputs];
        _logDeviations = logDeviations;
        ActionSpace = actionSpace;
    }

    public int ObservationSize => _actor.Inputs;

    public Space ActionSpace { get; }

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<float> actions, RandomStream? random = null)
    {
        PolicyRows.Check(observations.Length, isFirst.Length, actions.Length, ObservationSize, _range.Size);
        ActWithinUnit(observations, actions, random);
        _range.Scale(actions, actions);
    }

    /// <summary>Chooses actions in [-1, 1].</summary>
    public void ActWithinUnit(ReadOnlySpan<float> observations, Span<float> actions, RandomStream? random)
    {
        int size = _range.Size;
        for (int row = 0; row * size < actions.Length; row++)
        {
            _actor.Evaluate(observations.Slice(row * ObservationSize, ObservationSize), _outputs, _scratch);
            for (int i = 0; i < size; i++)
                actions[row * size + i] = MathF.Tanh(_outputs[i] + Deviation(i, random));
        }
    }

    private float Deviation(int i, RandomStream? random)
    {
        if (random is null || _logDeviations is not { } bounds)
            return 0;
        double raw = _outputs[_range.Size + i];
        double logDeviation = bounds.Smallest + 0.5 * (bounds.Largest - bounds.Smallest) * (1 + Math.Tanh(raw));
        return (float)(Math.Exp(logDeviation) * random.NextNormal());
    }
}
