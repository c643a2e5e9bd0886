namespace Lagom.Rl;

/// <summary>Many copies of a task with one continuous action. Finite actions outside the bounds are clipped to them.</summary>
public abstract class ContinuousControlBatch : ClassicControlBatch<float>
{
    private protected ContinuousControlBatch(Box observationSpace, int stateSize, float largestAction, BatchOptions options)
        : base(observationSpace, stateSize, options) => ActionSpace = new Box(-largestAction, largestAction, 1);

    /// <summary>Where the actions of one copy come from.</summary>
    public Box ActionSpace { get; }

    private protected override Space Actions => ActionSpace;

    private protected override void ReadActions(ReadOnlySpan<float> actions)
    {
        double[] column = ActionColumn;
        for (int i = 0; i < actions.Length; i++)
        {
            float action = actions[i];
            if (!float.IsFinite(action))
                throw new ArgumentException($"The action of copy {i} is {action}; it must be a finite number.", nameof(actions));
            column[i] = action;
        }
    }
}
