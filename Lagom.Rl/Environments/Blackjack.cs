namespace Lagom.Rl;

/// <summary>
/// Blackjack against a dealer who draws to 17, with an endless deck: Gymnasium's Blackjack-v1. Actions: stick (0), hit (1). The reward
/// of the last step is 1, 0 or -1.
/// </summary>
/// <remarks>
/// Observation: the player's sum, the dealer's open card (1 an ace), and 1 where the player holds a usable ace, one that counts 11.
/// <para><b>Source:</b> Sutton and Barto (2018), "Reinforcement learning: an introduction", example 5.1.</para>
/// </remarks>
public sealed class Blackjack : IEnvironment<IReadOnlyList<object>, int>, IRenderable, IResumable
{
    private readonly BlackjackRules _rules;
    private readonly List<int> _player = [];
    private readonly List<int> _dealer = [];
    private Episode _episode = new();
    private bool _isOver;

    /// <summary>Makes the environment.</summary>
    /// <param name="rules">What a natural, an ace and a ten at once, is worth.</param>
    public Blackjack(BlackjackRules rules = BlackjackRules.SuttonBarto) => _rules = rules;

    /// <inheritdoc/>
    public Space<IReadOnlyList<object>> ObservationSpace { get; } = new TupleSpace(new Discrete(32), new Discrete(11), new Discrete(2));

    /// <inheritdoc/>
    public Space<int> ActionSpace { get; } = new Discrete(2);

    /// <inheritdoc/>
    public FrameSize FrameSize => new(600, 432);

    /// <inheritdoc/>
    public int FramesPerSecond => 2;

    /// <inheritdoc/>
    public ResetResult<IReadOnlyList<object>> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        RandomStream random = _episode.Begin(seed);
        _isOver = false;
        foreach (List<int> hand in (List<int>[])[_dealer, _player])
        {
            hand.Clear();
            hand.Add(Card(random));
            hand.Add(Card(random));
        }

        return new ResetResult<IReadOnlyList<object>>(Observation(), StepInfo.None);
    }

    /// <inheritdoc/>
    public StepResult<IReadOnlyList<object>> Step(int action)
    {
        if (!ActionSpace.Contains(action))
            DiscreteControl.ThrowOutOfRange(action, 2);
        _episode.CheckRunning();
        double reward = 0;
        bool isOver = true;
        if (action == 1)
        {
            _player.Add(Card(_episode.Random));
            isOver = Sum(_player) > 21;
            reward = isOver ? -1 : 0;
        }
        else
        {
            while (Sum(_dealer) < 17)
                _dealer.Add(Card(_episode.Random));
            reward = Outcome(_player, _dealer, _rules);
        }

        _isOver = isOver;
        if (isOver)
            _episode.End();
        return new StepResult<IReadOnlyList<object>>(Observation(), reward, isOver, Truncated: false, StepInfo.None);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        _episode.Save(writer);
        writer.Write(_isOver ? 1 : 0);
        foreach (List<int> hand in (List<int>[])[_dealer, _player])
        {
            writer.Write(hand.Count);
            writer.Write<int>(hand.ToArray());
        }
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        _episode.Load(reader);
        _isOver = reader.ReadInt32("whether the hand is played", 0, 1) == 1;
        foreach (List<int> hand in (List<int>[])[_dealer, _player])
        {
            // A hand beyond 21 cards cannot be.
            int count = reader.ReadInt32("the cards of a hand", 0, 22);
            hand.Clear();
            for (int i = 0; i < count; i++)
                hand.Add(reader.ReadInt32("a card", 1, 10));
        }
    }

    /// <summary>Draws the cards; the dealer's other ones once the episode is over.</summary>
    /// <param name="frame">The picture.</param>
    public void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        BlackjackScene.Draw(frame, _dealer, _player, Sum(_player), _isOver, Sum(_dealer));
    }

    internal static double Outcome(List<int> player, List<int> dealer, BlackjackRules rules)
    {
        double reward = Score(player).CompareTo(Score(dealer));
        return rules switch
        {
            BlackjackRules.SuttonBarto when IsNatural(player) && !IsNatural(dealer) => 1,
            BlackjackRules.NaturalPaysMore when IsNatural(player) && reward == 1 => 1.5,
            _ => reward,
        };
    }

    private static int Card(RandomStream random) => Math.Min(1 + random.NextInt32(13), 10);

    private static bool HasUsableAce(List<int> hand) => hand.Contains(1) && hand.Sum() <= 11;

    private static int Sum(List<int> hand) => hand.Sum() + (HasUsableAce(hand) ? 10 : 0);

    private static int Score(List<int> hand) => Sum(hand) > 21 ? 0 : Sum(hand);

    private static bool IsNatural(List<int> hand) => hand.Count == 2 && hand.Contains(1) && hand.Contains(10);

    private object[] Observation() => [Sum(_player), _dealer[0], HasUsableAce(_player) ? 1 : 0];
}
