using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lagom.Rl.Tests;

/// <summary>Learns CartPole by trying changes of a linear policy and keeping those that last as long: small enough to test the loop with.</summary>
internal sealed class RandomSearch : IAlgorithm, IPolicy<int>
{
    private static readonly JsonTypeInfo<State> Json = (JsonTypeInfo<State>)JsonSerializerOptions.Default.GetTypeInfo(typeof(State));

    private readonly CartPole _pole = new();
    private RandomStream _random;
    private double[] _weights = new double[4];
    private double _best;
    private long _nextSeed = 1000;

    public RandomSearch(long seed) => _random = new RandomStream(seed);

    public string Name => "random-search";

    public long StepsDone { get; private set; }

    public IPolicy Policy => this;

    public int ObservationSize => 4;

    public Space ActionSpace => _pole.ActionSpace;

    public double[] Weights => [.. _weights];

    public int Saves { get; private set; }

    public Action<long> BeforeAdvance { get; init; } = _ => { };

    public TrainingUpdate Advance(CancellationToken cancellationToken = default)
    {
        BeforeAdvance(StepsDone);
        double[] tried = [.. _weights.Select(weight => weight + _random.NextNormal(0, 0.5))];
        float[] seen = _pole.Reset(_nextSeed++).Observation;
        int length = 0;
        bool isOver = false;
        while (!isOver && length < 500)
        {
            StepResult<float[]> step = _pole.Step(Choice(tried, seen));
            (seen, isOver) = (step.Observation, step.Terminated);
            length++;
        }

        StepsDone += length;
        if (length >= _best)
            (_weights, _best) = (tried, length);
        return new TrainingUpdate(length, [new EpisodeSummary(length, length)], new Dictionary<string, double>(StringComparer.Ordinal) { ["search/best"] = _best });
    }

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<int> actions, RandomStream? random = null)
    {
        for (int i = 0; i < actions.Length; i++)
            actions[i] = Choice(_weights, observations.Slice(4 * i, 4));
    }

    // New episodes begin from other seeds after a checkpoint, so that a run that saves differs from one that does not, as real ones do.
    public void Save(CheckpointWriter checkpoint)
    {
        Saves++;
        _nextSeed += 17;
        checkpoint.AddJson("search.json", new State(_weights, _best, StepsDone, _nextSeed, _random.State), Json);
    }

    public void Load(CheckpointReader checkpoint)
    {
        State state = checkpoint.ReadJson("search.json", Json);
        (_weights, _best, StepsDone, _nextSeed, _random) = (state.Weights, state.Best, state.StepsDone, state.NextSeed, new RandomStream(state.Stream));
    }

    public void Dispose()
    {
        // It holds nothing.
    }

    private static int Choice(double[] weights, ReadOnlySpan<float> seen)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += weights[i] * seen[i];
        return sum > 0 ? 1 : 0;
    }

    internal sealed record State(double[] Weights, double Best, long StepsDone, long NextSeed, RandomStreamState Stream);
}
