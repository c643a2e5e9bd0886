using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class ClassicControlBatchTests
{
    private static readonly BatchOptions Seven = new(7) { MaxEpisodeSteps = 150, Autoreset = AutoresetMode.SameStep };

    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    [TestCase("Acrobot-v1")]
    public void Step_RecordedDiscreteActions_GiveRecordedResults(string id) =>
        Repeat(id, Discrete(id, new BatchOptions(5)), action => action.GetInt32());

    [TestCase("MountainCarContinuous-v0")]
    [TestCase("Pendulum-v1")]
    public void Step_RecordedContinuousActions_GiveRecordedResults(string id) =>
        Repeat(id, Continuous(id, new BatchOptions(5)), action => (float)action[0].GetDouble());

    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    [TestCase("Acrobot-v1")]
    public void Step_DiscreteBatch_BehavesAsSingleEnvironments(string id) => Compare<int, int>(
        Discrete(id, Seven),
        () => id switch { "CartPole-v1" => new CartPole(), "MountainCar-v0" => new MountainCar(), _ => new Acrobot() },
        action => action);

    [TestCase("MountainCarContinuous-v0")]
    [TestCase("Pendulum-v1")]
    public void Step_ContinuousBatch_BehavesAsSingleEnvironments(string id) => Compare<float, float[]>(
        Continuous(id, Seven),
        () => id == "Pendulum-v1" ? new Pendulum() : new MountainCarContinuous(),
        action => action[0]);

    [Test]
    public void Step_NextStepMode_ResetsInTheStepAfter()
    {
        var batch = new MountainCarBatch(new BatchOptions(2) { MaxEpisodeSteps = 2 });
        batch.Reset(seed: 1);
        batch.Step([0, 0]);
        batch.Truncated.ToArray().Should().Equal(false, false);
        batch.ResetTo(1, [-0.5, 0.01]);
        batch.Step([0, 0]);
        batch.Truncated.ToArray().Should().Equal(true, false);
        float[] last = batch.Observations[..2].ToArray();
        batch.Step([2, 2]);
        batch.Truncated.ToArray().Should().Equal(false, true);
        batch.Rewards.ToArray().Should().Equal(0, -1);
        batch.Observations[..2].ToArray().Should().NotEqual(last).And.Match(row => row.Last() == 0);
        batch.HasFinalObservation.ToArray().Should().AllBeEquivalentTo(false);
    }

    [Test]
    public void Step_DisabledMode_NamesTheCopyThatIsOver()
    {
        var batch = new CartPoleBatch(new BatchOptions(3) { Autoreset = AutoresetMode.Disabled });
        batch.Reset(seed: 1);
        batch.ResetTo(1, [2.39, 5, 0, 0]);
        batch.Step([0, 0, 0]);
        batch.Terminated.ToArray().Should().Equal(false, true, false);
        float[] before = batch.Observations.ToArray();
        batch.Invoking(b => b.Step([0, 0, 0])).Should().Throw<InvalidOperationException>().WithMessage("*Copy 1*ResetWhere*");
        batch.Observations.ToArray().Should().Equal(before, "nothing moves");
        batch.ResetWhere([false, true, false]);
        batch.Step([0, 0, 0]);
        batch.Terminated.ToArray().Should().Equal(false, false, false);
    }

    [Test]
    public void Step_BadActions_NameTheCopyAndMoveNothing()
    {
        var batch = new CartPoleBatch(new BatchOptions(2));
        batch.Invoking(b => b.Step([0, 0])).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");
        batch.Reset(seed: 1);
        float[] before = batch.Observations.ToArray();
        batch.Invoking(b => b.Step([0, 2])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*copy 1*0 to 1*");
        batch.Invoking(b => b.Step([0])).Should().Throw<ArgumentException>().WithMessage("*1 elements*2 copies*");
        batch.Observations.ToArray().Should().Equal(before);
        var pendulum = new PendulumBatch(new BatchOptions(2));
        pendulum.Reset();
        pendulum.Invoking(b => b.Step([0, float.NaN])).Should().Throw<ArgumentException>().WithMessage("*copy 1 is NaN*");
        FluentActions.Invoking(() => new BatchOptions(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new BatchOptions(1) { MaxEpisodeSteps = 0 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*MaxEpisodeSteps*");
    }

    [Test]
    public void Reset_SeedsPerCopy_AreTheSingleEnvironments()
    {
        var batch = new CartPoleBatch(new BatchOptions(3));
        batch.Reset([5L, 9, 5]);
        batch.Observations[4..8].ToArray().Should().Equal(new CartPole().Reset(seed: 9).Observation);
        batch.Observations[..4].ToArray().Should().Equal(batch.Observations[8..].ToArray());
        batch.Invoking(b => b.Reset([1L])).Should().Throw<ArgumentException>().WithMessage("*seeds*1*3*");
    }

    [Test]
    public void Step_Batch_AllocatesNothing()
    {
        var batch = new AcrobotBatch(new BatchOptions(64) { MaxEpisodeSteps = 20, Autoreset = AutoresetMode.SameStep });
        batch.Reset(seed: 1);
        var actions = new int[64];
        Allocations.Of(() =>
        {
            for (int i = 0; i < 50; i++)
                batch.Step(actions);
        }).Should().Be(0);
    }

    private static DiscreteControlBatch Discrete(string id, BatchOptions options) => id switch
    {
        "CartPole-v1" => new CartPoleBatch(options),
        "MountainCar-v0" => new MountainCarBatch(options),
        _ => new AcrobotBatch(options),
    };

    private static ContinuousControlBatch Continuous(string id, BatchOptions options) =>
        id == "Pendulum-v1" ? new PendulumBatch(options) : new MountainCarContinuousBatch(options);

    // The recorded episodes side by side, each in a copy of its own.
    private static void Repeat<TAction>(string id, ClassicControlBatch<TAction> batch, Func<JsonElement, TAction> read)
        where TAction : unmanaged
    {
        JsonElement[] episodes = [.. Golden.Read($"gymnasium/{id}.json").Items("episodes")];
        JsonElement[][] steps = [.. episodes.Select(episode => episode.Items("steps").ToArray())];
        batch.Reset();
        for (int i = 0; i < episodes.Length; i++)
            batch.ResetTo(i, episodes[i].Numbers("initial_state"));
        int size = batch.ObservationSize, compared = 0;
        var actions = new TAction[batch.Count];
        for (int t = 0; t < steps.Max(episode => episode.Length); t++)
        {
            for (int i = 0; i < steps.Length; i++)
                actions[i] = t < steps[i].Length ? read(steps[i][t].GetProperty("action")) : default;
            batch.Step(actions);
            for (int i = 0; i < steps.Length; i++)
            {
                if (t >= steps[i].Length)
                    continue;
                JsonElement step = steps[i][t];
                batch.Observations.Slice(i * size, size).ToArray().ShouldMatch(step.Numbers("observation"), 1e-6, $"{id} episode {i} step {t}");
                batch.Rewards[i].Should().BeApproximately(step.Number("reward"), 1e-6 * Math.Abs(step.Number("reward")));
                batch.Terminated[i].Should().Be(step.Flag("terminated"));
                compared++;
            }
        }

        compared.Should().BeGreaterThan(50);
    }

    private static void Compare<TBatchAction, TAction>(
        ClassicControlBatch<TBatchAction> batch, Func<IEnvironment<float[], TAction>> make, Func<TAction, TBatchAction> convert)
        where TBatchAction : unmanaged
        where TAction : notnull
    {
        IEnvironment<float[], TAction>[] singles = [.. Enumerable.Range(0, batch.Count).Select(_ => new TimeLimit<float[], TAction>(make(), 150))];
        var random = new RandomStream(3);
        batch.Reset(seed: 40);
        for (int i = 0; i < singles.Length; i++)
            singles[i].Reset(seed: 40 + i).Observation.Should().Equal(batch.Observations.Slice(i * batch.ObservationSize, batch.ObservationSize).ToArray());
        int ends = 0;
        for (int t = 0; t < 320; t++)
        {
            TAction[] actions = [.. singles.Select(single => single.ActionSpace.Sample(random))];
            batch.Step([.. actions.Select(convert)]);
            for (int i = 0; i < singles.Length; i++)
            {
                StepResult<float[]> result = singles[i].Step(actions[i]);
                batch.Rewards[i].Should().BeApproximately(result.Reward, 1e-5);
                batch.Terminated[i].Should().Be(result.Terminated);
                batch.Truncated[i].Should().Be(result.Truncated);
                batch.HasFinalObservation[i].Should().Be(result.IsOver);
                ReadOnlySpan<float> row = (result.IsOver ? batch.FinalObservations : batch.Observations).Slice(i * batch.ObservationSize, batch.ObservationSize);
                row.ToArray().ShouldMatch([.. result.Observation.Select(number => (double)number)], 1e-5, $"copy {i} at {t}", absolute: 1e-6);
                if (!result.IsOver)
                    continue;
                ends++;
                singles[i].Reset().Observation.Should().Equal(batch.Observations.Slice(i * batch.ObservationSize, batch.ObservationSize).ToArray());
            }
        }

        ends.Should().BeGreaterThanOrEqualTo(14);
    }
}
