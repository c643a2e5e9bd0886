namespace Lagom.Rl;

/// <summary>Many copies of a task whose actions are choices.</summary>
public abstract class DiscreteControlBatch : ClassicControlBatch<int>
{
    private protected DiscreteControlBatch(Box observationSpace, int stateSize, int actions, BatchOptions options)
        : base(observationSpace, stateSize, options) => ActionSpace = new Discrete(actions);

    /// <summary>Where the actions of one copy come from.</summary>
    public Discrete ActionSpace { get; }

    private protected override Space Actions => ActionSpace;

    private protected override void ReadActions(ReadOnlySpan<int> actions)
    {
        uint count = (uint)ActionSpace.Count;
        double[] column = ActionColumn;
        for (int i = 0; i < actions.Length; i++)
        {
            int action = actions[i];
            if ((uint)action >= count)
                throw new ArgumentOutOfRangeException(nameof(actions), action, $"The action of copy {i} must be 0 to {count - 1}.");
            column[i] = action;
        }
    }
}
