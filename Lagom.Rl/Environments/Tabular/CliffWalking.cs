namespace Lagom.Rl;

/// <summary>
/// Walk along a cliff to the goal: Gymnasium's CliffWalking-v1. The map has 4 times 12 squares, the walk starts at the lower left and ends
/// at the lower right, and the cliff lies between. Actions: up (0), right (1), down (2), left (3). A step is rewarded with -1; one over
/// the cliff with -100, and leads back to the start.
/// </summary>
/// <remarks>
/// States are the squares, row by row. On slippery ground a step goes either of the ways beside the chosen one with probability 1/3 each.
/// <para><b>Source:</b> Sutton and Barto (2018), "Reinforcement learning: an introduction", example 6.6.</para>
/// </remarks>
public sealed class CliffWalking : TabularEnvironment
{
    private static readonly GridMap Map = new(["............", "............", "............", "SCCCCCCCCCCG"], "SCG.");
    private const int StartSquare = 36;

    /// <summary>Makes the environment.</summary>
    /// <param name="isSlippery">Whether steps may go astray.</param>
    public CliffWalking(bool isSlippery = false)
        : base(Map.StartProbabilities('S'), 4, (state, action) => isSlippery
            ? [Step(state, (action + 3) % 4, 1.0 / 3), Step(state, action, 1.0 / 3), Step(state, (action + 1) % 4, 1.0 / 3)]
            : [Step(state, action, 1)])
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => Map.FrameSize;

    /// <inheritdoc/>
    public override void Render(Frame frame) => Map.Render(frame, State, static square => square switch
    {
        'C' => Rgb.Of(0x6B4F3A),
        'G' => Palette.Green.Mixed(Palette.Paper, 0.2f),
        _ => Palette.Green.Mixed(Palette.Paper, 0.65f),
    });

    private static TabularTransition Step(int state, int way, double probability)
    {
        (int rows, int columns) = way switch { 0 => (-1, 0), 1 => (0, 1), 2 => (1, 0), _ => (0, -1) };
        int next = Map.Moved(state, rows, columns);
        return Map[next] == 'C'
            ? new TabularTransition(probability, StartSquare, -100, Terminated: false)
            : new TabularTransition(probability, next, -1, Map[next] == 'G');
    }
}
