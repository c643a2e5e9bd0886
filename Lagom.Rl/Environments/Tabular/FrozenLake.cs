namespace Lagom.Rl;

/// <summary>
/// Cross a frozen lake without falling into a hole: Gymnasium's FrozenLake-v1 without its time limit. Actions: left (0), down (1),
/// right (2), up (3). Reaching the goal is rewarded with 1; goal and holes end the task.
/// </summary>
/// <remarks>States are the squares, row by row. On slippery ice a move goes either of the ways beside the chosen one with probability 1/3 each.</remarks>
public sealed class FrozenLake : TabularEnvironment
{
    private static readonly Rgb Ice = Rgb.Of(0xCFE6F2);

    private static readonly string[] Small = ["SFFF", "FHFH", "FFFH", "HFFG"];

    private static readonly string[] Large =
        ["SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF", "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG"];

    private readonly GridMap _map;

    /// <summary>Makes the lake of 4 times 4 squares.</summary>
    /// <param name="isSlippery">Whether moves may go astray.</param>
    public FrozenLake(bool isSlippery = true)
        : this(Small, isSlippery)
    {
    }

    /// <summary>Makes a lake of any map.</summary>
    /// <param name="map">The rows: S where an episode starts, F ice, H a hole, G the goal.</param>
    /// <param name="isSlippery">Whether moves may go astray.</param>
    /// <exception cref="ArgumentException">The rows differ in length, hold other letters, or have no S.</exception>
    public FrozenLake(IReadOnlyList<string> map, bool isSlippery = true)
        : this(new GridMap(map, "SFHG"), isSlippery)
    {
    }

    private FrozenLake(GridMap map, bool isSlippery)
        : base(map.StartProbabilities('S'), 4, (state, action) => Lead(map, isSlippery, state, action)) =>
        _map = map;

    /// <summary>The map of 8 times 8 squares.</summary>
    public static IReadOnlyList<string> LargeMap => Large;

    /// <inheritdoc/>
    public override FrameSize FrameSize => _map.FrameSize;

    /// <inheritdoc/>
    public override void Render(Frame frame) => _map.Render(frame, State, static square => square switch
    {
        'G' => Palette.Green.Mixed(Ice, 0.5f),
        _ => Ice,
    });

    private static IEnumerable<TabularTransition> Lead(GridMap map, bool isSlippery, int state, int action)
    {
        if (map[state] is 'G' or 'H')
            return [new TabularTransition(1, state, 0, Terminated: true)];
        return isSlippery
            ? [Move((action + 3) % 4, 1.0 / 3), Move(action, 1.0 / 3), Move((action + 1) % 4, 1.0 / 3)]
            : [Move(action, 1)];

        TabularTransition Move(int way, double probability)
        {
            (int rows, int columns) = way switch { 0 => (0, -1), 1 => (1, 0), 2 => (0, 1), _ => (-1, 0) };
            int next = map.Moved(state, rows, columns);
            return new TabularTransition(probability, next, map[next] == 'G' ? 1 : 0, map[next] is 'G' or 'H');
        }
    }
}
