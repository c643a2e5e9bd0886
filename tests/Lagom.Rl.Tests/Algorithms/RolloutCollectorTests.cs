using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Algorithms;

/// <summary>What the rollouts hold where episodes end, are cut, and go on into the next rollout.</summary>
public sealed class RolloutCollectorTests
{
    private const int Steps = 12;
    private const int Copies = 3;
    private const int Cut = 7;

    [TestCase(0)]
    [TestCase(6)]
    public void Collect_EpisodesCutInside_BootstrapFromTheirFinalObservations(int units)
    {
        var batch = new Spy(Cut);
        OnPolicyOptions options = Options(units);
        using ActorCritic network = Network(options, batch, out ActionKernel kernel, out ActionStage stage);
        var collector = new RolloutCollector(batch, stage, network, kernel, options, normalizer: null);
        collector.Restart(1);
        collector.Collect(new RandomStream(2), CancellationToken.None).Should().Be(Steps);

        RolloutBuffer rollout = collector.Rollout;
        Enumerable.Range(0, rollout.Count).Where(i => rollout.Truncated[i]).Should().Equal(Enumerable.Range((Cut - 1) * Copies, Copies));
        batch.Finals.Should().HaveCount(Copies);
        for (int i = 0; i < Copies; i++)
        {
            int row = (Cut - 1) * Copies + i;
            float expected = units == 0 ? network.Value(batch.Finals[i], null, 0) : ValueOfEpisode(network, rollout, i, batch.Finals[i]);
            rollout.FinalValues[row].Should().BeApproximately(expected, 1e-5f);
            rollout.FinalValues[row].Should().NotBe(rollout.Values[row + Copies], "the next row is of a new episode");
            rollout.IsFirst[row + Copies].Should().BeTrue();
        }

        // The advantage of a cut step is its one-step error, and nothing of the next episode comes back through it.
        rollout.EstimateAdvantages(0.9, 0.8);
        for (int i = (Cut - 1) * Copies; i < Cut * Copies; i++)
            rollout.Advantages[i].Should().BeApproximately(rollout.Rewards[i] + 0.9f * rollout.FinalValues[i] - rollout.Values[i], 1e-5f);
    }

    [Test]
    public void Collect_Recurrent_LearnerSeesTheValuesAndProbabilitiesOfTheActors()
    {
        var batch = new Spy(Cut);
        OnPolicyOptions options = Options(units: 6);
        using ActorCritic network = Network(options, batch, out ActionKernel kernel, out ActionStage stage);
        var collector = new RolloutCollector(batch, stage, network, kernel, options, normalizer: null);
        using var learner = new RolloutLearner(network, kernel, [], options, collector.Rollout.Count, batch.ObservationSize);
        int[] rows = [.. Enumerable.Range(0, collector.Rollout.Count)];
        var random = new RandomStream(2);
        collector.Restart(1);

        // The second and third rollouts begin in the middle of episodes; all have ends inside.
        for (int rollouts = 0; rollouts < 3; rollouts++)
        {
            collector.Collect(random, CancellationToken.None);
            var logProbabilities = new float[rows.Length];
            var values = new float[rows.Length];
            using DisposeScope scope = NewDisposeScope();
            learner.Evaluate(collector.Rollout, rows, collector.StartMemory!.State(0, Copies), logProbabilities, values);

            logProbabilities.ShouldMatch([.. collector.Rollout.LogProbabilities.Select(one => (double)one)], 1e-4, "log-probability", 1e-5);
            values.ShouldMatch([.. collector.Rollout.Values.Take(rows.Length).Select(one => (double)one)], 1e-4, "value", 1e-5);
        }

        collector.Rollout.IsFirst.Take(Copies).Should().NotContain(true);
    }

    private static PpoOptions Options(int units) => new() { RolloutSteps = Steps, RecurrentUnits = units, HiddenSizes = [8], Minibatches = 1 };

    private static ActorCritic Network(OnPolicyOptions options, IEnvironmentBatch batch, out ActionKernel kernel, out ActionStage stage)
    {
        stage = ActionStage.For(batch);
        kernel = stage.CreateKernel([]);
        var random = new RandomStream(3);
        return options.RecurrentUnits > 0
            ? new RecurrentActorCritic(batch.ObservationSize, stage.Outputs, stage.IsContinuous, options, random)
            : new DenseActorCritic(batch.ObservationSize, stage.Outputs, stage.IsContinuous, options, random);
    }

    // By walking through the episode once more, from its beginning to its final observation.
    private static float ValueOfEpisode(ActorCritic network, RolloutBuffer rollout, int copy, float[] final)
    {
        RecurrentMemory memory = network.CreateMemory(1)!;
        int size = rollout.ObservationSize;
        for (int t = 0; t < Cut; t++)
            network.Act(rollout.Observations.AsSpan((t * Copies + copy) * size, size), [t == 0], memory, [], []);
        var value = new float[1];
        network.Act(final, [false], memory, [], value);
        return value[0];
    }

    /// <summary>Poles that are cut early, and remembers their final observations.</summary>
    private sealed class Spy : IEnvironmentBatch<int>
    {
        private readonly IEnvironmentBatch<int> _poles;

        public Spy(int cut) => _poles = new CartPoleBatch(new BatchOptions(Copies) { MaxEpisodeSteps = cut, Autoreset = AutoresetMode.SameStep });

        public List<float[]> Finals { get; } = [];

        public int Count => _poles.Count;

        public int ObservationSize => ObservationSpace.FlatDimension;

        public Box ObservationSpace => _poles.ObservationSpace;

        public Space ActionSpace => _poles.ActionSpace;

        public AutoresetMode Autoreset => _poles.Autoreset;

        public ReadOnlySpan<float> Observations => _poles.Observations;

        public ReadOnlySpan<double> Rewards => _poles.Rewards;

        public ReadOnlySpan<bool> Terminated => _poles.Terminated;

        public ReadOnlySpan<bool> Truncated => _poles.Truncated;

        public ReadOnlySpan<float> FinalObservations => _poles.FinalObservations;

        public ReadOnlySpan<bool> HasFinalObservation => _poles.HasFinalObservation;

        public void Reset(long? seed = null) => _poles.Reset(seed);

        public void ResetWhere(ReadOnlySpan<bool> mask) => _poles.ResetWhere(mask);

        public void Step(ReadOnlySpan<int> actions)
        {
            _poles.Step(actions);
            for (int i = 0; i < Count; i++)
            {
                if (Truncated[i])
                    Finals.Add(FinalObservations.Slice(i * ObservationSize, ObservationSize).ToArray());
            }
        }
    }
}
