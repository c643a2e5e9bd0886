using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class WrapperTests
{
    private static readonly float[] Any = [0, 0];
    private static readonly JsonElement Traces = Golden.Read("lagom/envs.json");

    [Test]
    public void NormalizeObservation_GoldenTraces_Match()
    {
        int traces = 0;
        foreach (JsonElement item in Traces.Items("normalize_observation"))
        {
            float[][] seen = [.. item.Items("observations_in_order_seen").Select(Matching.Singles)];
            var script = new Script(seen, [0], [false]);
            NormalizeObservation<float[]> wrapper = item.TryGetProperty("constant_mean", out JsonElement mean)
                ? new(script, mean.Numbers(), item.Numbers("constant_var"), item.Number("clip"))
                : new(script, item.Number("clip"), item.Number("initial_count"));
            JsonElement[] expected = [.. item.Items("out")];
            wrapper.Reset().Observation.ShouldMatch(expected[0].Numbers(), 1e-5, "first", 1e-6);
            for (int i = 1; i < expected.Length; i++)
                wrapper.Step(Any).Observation.ShouldMatch(expected[i].Numbers(), 1e-5, $"step {i}", 1e-6);
            traces++;
        }

        traces.Should().Be(4);
    }

    [Test]
    public void NormalizeReward_GoldenTraces_Match()
    {
        foreach (JsonElement item in Traces.Items("normalize_reward"))
        {
            JsonElement[] steps = [.. item.Items("steps")];
            var script = new Script([Any], [.. steps.Select(step => step.Number("reward"))], [.. steps.Select(step => step.Flag("done"))]);
            NormalizeReward<float[], float[]> wrapper = item.TryGetProperty("constant_var", out JsonElement variance)
                ? NormalizeReward<float[], float[]>.WithConstantVariance(script, variance.GetDouble(), item.Number("clip"))
                : new(script, item.Number("clip"), item.Number("gamma"), item.Number("initial_count"));
            wrapper.Reset();
            foreach (JsonElement step in steps)
            {
                wrapper.Step(Any).Reward.Should().BeApproximately(step.Number("out"), 1e-9);
                if (!step.Flag("done"))
                    wrapper.RunningReturn.Should().BeApproximately(step.Number("ret"), 1e-9);
            }
        }
    }

    [Test]
    public void NormalizeReward_SavedState_GoesOnAlike()
    {
        double[] rewards = [1, 2, 5, -1, 0.5];
        var first = new NormalizeReward<float[], float[]>(new Script([Any], rewards, new bool[5]));
        first.Reset();
        first.Step(Any);
        first.Step(Any);
        first.Reset();
        var second = new NormalizeReward<float[], float[]>(new Script([Any], rewards[2..], new bool[3]));
        second.Moments!.State = first.Moments!.State;
        second.Reset();
        second.Step(Any).Reward.Should().Be(first.Step(Any).Reward);
        second.Step(Any).Reward.Should().Be(first.Step(Any).Reward);
        FluentActions.Invoking(() => new NormalizeReward<float[], float[]>(new Script([Any], [1], [false]), gamma: 1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*discount*");
        FluentActions.Invoking(() => new NormalizeReward<float[], float[]>(new Script([Any], [1], [false]), clip: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void RecordEpisodeStatistics_GoldenTraces_Match()
    {
        foreach (JsonElement item in Traces.Items("record_episode_statistics"))
        {
            JsonElement[] steps = [.. item.Items("steps")];
            var script = new Script([Any], [.. steps.Select(step => step.Number("reward"))], [.. steps.Select(step => step.Flag("done"))]);
            var wrapper = new RecordEpisodeStatistics<float[], float[]>(script, item.GetProperty("deque_size").GetInt32());
            wrapper.Reset();
            foreach (JsonElement step in steps)
            {
                StepResult<float[]> result = wrapper.Step(Any);
                JsonElement episode = step.GetProperty("episode");
                if (episode.ValueKind == JsonValueKind.Null)
                    result.Info.Should().BeEmpty();
                else
                    result.Info["episode"].Should().Match<EpisodeStatistics>(one => one.Return == episode.Number("return") && one.Horizon == episode.Number("horizon"));
                wrapper.Returns.Should().Equal(step.Numbers("return_queue"));
                wrapper.Horizons.Should().Equal(step.Numbers("horizon_queue").Select(horizon => (int)horizon));
                wrapper.EpisodeReturn.Should().Be(step.Number("running_return"));
                wrapper.EpisodeHorizon.Should().Be((int)step.Number("running_horizon"));
            }

            var loaded = new RecordEpisodeStatistics<float[], float[]>(script, 2) { Recorded = wrapper.Recorded };
            loaded.Returns.Should().Equal(wrapper.Returns.TakeLast(2));
            wrapper.Reset();
            wrapper.EpisodeReturn.Should().Be(0, "an episode left unfinished is not recorded");
        }
    }

    [Test]
    public void ClipAction_BeyondBounds_Clips()
    {
        var script = new Script([Any], [1], [false]);
        var wrapper = new ClipAction<float[]>(script);
        wrapper.Reset();
        wrapper.Step([-5, 3]);
        script.LastAction.Should().Equal(-2, 3);
        wrapper.Step([5, 11]);
        script.LastAction.Should().Equal(2, 10);
        wrapper.Invoking(w => w.Step([1])).Should().Throw<ArgumentException>().WithMessage("*1 numbers*needs 2*");
        var pendulum = new ClipAction<float[]>(new Pendulum());
        pendulum.Reset();
        pendulum.Invoking(w => w.Step([float.NaN])).Should().Throw<ArgumentException>().WithMessage("*NaN*");
    }

    [Test]
    public void RescaleAction_UnitRange_MapsToBounds()
    {
        var script = new Script([Any], [1], [false]);
        var wrapper = new RescaleAction<float[]>(script);
        wrapper.Reset();
        wrapper.Step([-1, 0]);
        script.LastAction.Should().Equal(-2, 5);
        wrapper.Step([0.5f, 1]);
        script.LastAction.Should().Equal(1, 10);
        wrapper.Invoking(w => w.Step([1.5f, 0])).Should().Throw<ArgumentException>().WithMessage("*1.5*Box*");
        wrapper.Invoking(w => w.Step([float.NaN, 0])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new RescaleAction<float[]>(new LinearQuadratic())).Should().Throw<ArgumentException>().WithMessage("*finite bounds*");
        FluentActions.Invoking(() => new RescaleAction<float[]>(script, 1, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void FrameStack_Observations_NewestLast()
    {
        var wrapper = new FrameStack<float[]>(new Script([[1, 2], [3, 4], [5, 6]], [0], [false]), 2);
        wrapper.Reset().Observation.Should().Equal(1, 2, 1, 2);
        wrapper.Step(Any).Observation.Should().Equal(1, 2, 3, 4);
        wrapper.Step(Any).Observation.Should().Equal(3, 4, 5, 6);
        ((Box)wrapper.ObservationSpace).Shape.Should().Equal(2, 2);
        FluentActions.Invoking(() => new FrameStack<int>(new CartPole(), 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*frames*");
    }

    [Test]
    public void FlattenObservation_Choices_BecomeOneHot()
    {
        var wrapper = new FlattenObservation<int, int>(new CliffWalking());
        float[] first = wrapper.Reset().Observation;
        first.Should().HaveCount(48);
        first[36].Should().Be(1);
        first.Sum().Should().Be(1);
        wrapper.Step(0).Observation[24].Should().Be(1);
        wrapper.ObservationSpace.Contains(first).Should().BeTrue();
        new FlattenObservation<IReadOnlyList<object>, int>(new Blackjack()).Reset().Observation.Should().HaveCount(32 + 11 + 2);
    }

    [Test]
    public void Transforms_Functions_AreApplied()
    {
        var rewards = new TransformReward<float[], float[]>(new Script([Any], [-3, 2], [false, false]), reward => Math.Sign(reward));
        rewards.Reset();
        rewards.Step(Any).Reward.Should().Be(-1);
        var observations = new TransformObservation<int, int, float[]>(new CartPole(), state => state[3] > 0 ? 1 : 0, new Discrete(2));
        observations.Reset(seed: 1);
        observations.Step(0).Observation.Should().Be(1, "a push to the left tips the pole to the right")
            .And.Match(one => observations.ObservationSpace.Contains(one));
    }

    [Test]
    public void TimeLimit_LastStep_IsTruncatedAndNextRefused()
    {
        var wrapper = new TimeLimit<float[], int>(new MountainCar(), 3);
        wrapper.Invoking(w => w.Step(0)).Should().Throw<InvalidOperationException>();
        wrapper.Reset();
        wrapper.Step(0).IsOver.Should().BeFalse();
        wrapper.Step(0);
        wrapper.Step(0).Should().Match<StepResult<float[]>>(result => result.Truncated && !result.Terminated);
        wrapper.Invoking(w => w.Step(0)).Should().Throw<InvalidOperationException>();
        wrapper.Reset();
        wrapper.ElapsedSteps.Should().Be(0);
        FluentActions.Invoking(() => new TimeLimit<float[], int>(new MountainCar(), 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void TryGetWrapper_Chain_IsSearchedFromOutside()
    {
        var environment = new TransformReward<float[], int>(new NormalizeObservation<int>(new TimeLimit<float[], int>(new CartPole(), 5)), reward => reward);
        environment.TryGetWrapper(out NormalizeObservation<int>? normalized).Should().BeTrue();
        normalized!.Moments.Should().NotBeNull();
        environment.TryGetWrapper(out FrameStack<int>? none).Should().BeFalse();
        none.Should().BeNull();
        environment.Unwrapped().Should().BeOfType<CartPole>();
    }
}
