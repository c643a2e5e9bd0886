namespace Lagom.Rl;

/// <summary>
/// Pick up a passenger at one of four places and take them to another: Gymnasium's Taxi-v3 without its time limit. Actions: south (0),
/// north (1), east (2), west (3), pick up (4), drop off (5). A step is rewarded with -1, an illegal pick-up or drop-off with -10, the
/// right drop-off, which ends the task, with 20.
/// </summary>
/// <remarks>
/// The state is ((row · 5 + column) · 5 + passenger) · 4 + destination; the passenger waits at place 0 to 3 (red, green, yellow, blue) or
/// sits in the taxi (4). The info holds "action_mask": per action whether it would change the state.
/// <para><b>Source:</b> Dietterich (2000), "Hierarchical reinforcement learning with the MAXQ value function decomposition".</para>
/// </remarks>
public sealed class Taxi : TabularEnvironment
{
    private const int Size = 5;
    private const int Actions = 6;
    private const int InTaxi = 4;

    // East of these squares stands a wall.
    private static readonly (int Row, int Column)[] Walls = [(0, 1), (1, 1), (3, 0), (3, 2), (4, 0), (4, 2)];
    private static readonly (int Row, int Column)[] Places = [(0, 0), (0, 4), (4, 0), (4, 3)];
    private static readonly Rgb[] PlaceColors = [Palette.Red, Palette.Green, Palette.Yellow, Palette.Blue];

    /// <summary>Makes the environment.</summary>
    public Taxi()
        : base(StartStates(), Actions, (state, action) => [Lead(Situation.Of(state), action)])
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => GridScene.SizeFor(Size, Size);

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var scene = new GridScene(frame, Size, Size);
        for (int square = 0; square < Size * Size; square++)
            scene.Square(square / Size, square % Size, Rgb.Of(0xDCD8CE));
        for (int i = 0; i < Places.Length; i++)
            scene.Square(Places[i].Row, Places[i].Column, PlaceColors[i].Mixed(Palette.Paper, 0.35f));
        foreach ((int row, int column) in Walls)
            scene.WallEast(row, column);

        Situation at = Situation.Of(State);
        scene.Outline(Places[at.Destination].Row, Places[at.Destination].Column, Palette.Ink);
        scene.Taxi(at.Row, at.Column);
        if (at.Passenger == InTaxi)
            scene.Passenger(at.Row, at.Column, isRiding: true);
        else
            scene.Passenger(Places[at.Passenger].Row, Places[at.Passenger].Column, isRiding: false);
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object> InfoOf(double probability)
    {
        var mask = new bool[Actions];
        for (int action = 0; action < Actions; action++)
            mask[action] = Transitions(State, action)[0].NextState != State;
        return base.InfoOf(probability).With("action_mask", mask);
    }

    private static double[] StartStates()
    {
        bool[] isStart = [.. Enumerable.Range(0, Size * Size * 5 * 4).Select(Situation.Of)
            .Select(at => at.Passenger < InTaxi && at.Passenger != at.Destination)];
        double count = isStart.Count(start => start);
        return [.. isStart.Select(start => start ? 1 / count : 0)];
    }

    private static TabularTransition Lead(Situation at, int action)
    {
        int place = Array.IndexOf(Places, (at.Row, at.Column));
        (Situation to, double reward, bool isOver) = action switch
        {
            0 => (at with { Row = Math.Min(at.Row + 1, Size - 1) }, -1.0, false),
            1 => (at with { Row = Math.Max(at.Row - 1, 0) }, -1.0, false),
            2 when at.Column < Size - 1 && !Walls.Contains((at.Row, at.Column)) => (at with { Column = at.Column + 1 }, -1.0, false),
            3 when at.Column > 0 && !Walls.Contains((at.Row, at.Column - 1)) => (at with { Column = at.Column - 1 }, -1.0, false),
            2 or 3 => (at, -1.0, false),
            4 when at.Passenger < InTaxi && place == at.Passenger => (at with { Passenger = InTaxi }, -1.0, false),
            5 when at.Passenger == InTaxi && place == at.Destination => (at with { Passenger = place }, 20.0, true),
            5 when at.Passenger == InTaxi && place >= 0 => (at with { Passenger = place }, -1.0, false),
            _ => (at, -10.0, false),
        };
        return new TabularTransition(1, to.State, reward, isOver);
    }

    private readonly record struct Situation(int Row, int Column, int Passenger, int Destination)
    {
        public int State => ((Row * Size + Column) * 5 + Passenger) * 4 + Destination;

        public static Situation Of(int state) => new(state / 100, state / 20 % Size, state / 4 % 5, state % 4);
    }
}
