namespace Lagom.Rl;

/// <summary>
/// A grid to walk on, drawn by the caller. Actions: up (0), right (1), down (2), left (3). Goals are rewarded with 1, pits with -1, and
/// both end the task; other steps are rewarded with <c>stepReward</c>. Walls and the edge leave the walker where it is.
/// </summary>
/// <remarks>
/// States are the squares, row by row. With <c>slip</c> the walker goes either of the ways beside the chosen one with half that
/// probability each.
/// <para><b>Source:</b> the default map is the world of Russell and Norvig (2009), "Artificial intelligence: a modern approach", chapter 17.</para>
/// </remarks>
public sealed class GridWorld : TabularEnvironment
{
    private readonly GridMap _map;

    /// <summary>Makes the world of 3 times 4 squares.</summary>
    /// <param name="slip">The probability that a step goes astray. Range: [0, 1].</param>
    /// <param name="stepReward">The reward of a step that reaches neither goal nor pit. Range: finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public GridWorld(double slip = 0.2, double stepReward = -0.04)
        : this(["...G", ".#.P", "S..."], slip, stepReward)
    {
    }

    /// <summary>Makes a world of any map.</summary>
    /// <param name="map">The rows: S where an episode starts (one of them, where there are more), . free, # wall, G goal, P pit.</param>
    /// <param name="slip">The probability that a step goes astray. Range: [0, 1].</param>
    /// <param name="stepReward">The reward of a step that reaches neither goal nor pit. Range: finite.</param>
    /// <exception cref="ArgumentException">The rows differ in length, hold other letters, have no S, or a number is out of range.</exception>
    public GridWorld(IReadOnlyList<string> map, double slip = 0, double stepReward = 0)
        : this(new GridMap(map, "S.#GP"), Checked(slip), CheckedReward(stepReward))
    {
    }

    private GridWorld(GridMap map, double slip, double stepReward)
        : base(map.StartProbabilities('S'), 4, (state, action) => Lead(map, slip, stepReward, state, action)) =>
        _map = map;

    /// <inheritdoc/>
    public override FrameSize FrameSize => _map.FrameSize;

    /// <inheritdoc/>
    public override void Render(Frame frame) => _map.Render(frame, State, static square => square switch
    {
        '#' => Palette.Grey,
        'G' => Palette.Green.Mixed(Palette.Paper, 0.3f),
        'P' => Palette.Red,
        _ => Rgb.Of(0xE7E2D6),
    });

    private static IEnumerable<TabularTransition> Lead(GridMap map, double slip, double stepReward, int state, int action)
    {
        if (map[state] is 'G' or 'P')
            return [new TabularTransition(1, state, 0, Terminated: true)];
        TabularTransition[] ways = [Walk(action, 1 - slip), Walk((action + 1) % 4, slip / 2), Walk((action + 3) % 4, slip / 2)];
        return ways.Where(way => way.Probability > 0);

        TabularTransition Walk(int way, double probability)
        {
            (int rows, int columns) = way switch { 0 => (-1, 0), 1 => (0, 1), 2 => (1, 0), _ => (0, -1) };
            int next = map.Moved(state, rows, columns);
            if (map[next] == '#')
                next = state;
            double reward = map[next] switch { 'G' => 1, 'P' => -1, _ => stepReward };
            return new TabularTransition(probability, next, reward, map[next] is 'G' or 'P');
        }
    }

    private static double Checked(double slip) =>
        slip is >= 0 and <= 1 ? slip : throw new ArgumentOutOfRangeException(nameof(slip), slip, "The probability must be in [0, 1].");

    private static double CheckedReward(double stepReward) =>
        double.IsFinite(stepReward) ? stepReward : throw new ArgumentOutOfRangeException(nameof(stepReward), stepReward, "The reward must be finite.");
}
