
namespace Lagom.Rl.Tests;

public sealed class ClassicControlTests
{
    private static readonly Func<DiscreteControl>[] Discretes = [() => new CartPole(), () => new MountainCar(), () => new Acrobot()];
    private static readonly Func<ContinuousControl>[] Continuous = [() => new Pendulum(), () => new MountainCarContinuous()];

    [TestCaseSource(nameof(Discretes))]
    public void Step_ActionOutOfRange_IsNamed(Func<DiscreteControl> make)
    {
        DiscreteControl environment = make();
        environment.Reset();
        int count = environment.ActionSpace.FlatDimension;
        environment.Invoking(e => e.Step(count)).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"*0 to {count - 1}*{count}*");
        environment.Invoking(e => e.Step(-1)).Should().Throw<ArgumentOutOfRangeException>();
        environment.Step(0).IsOver.Should().BeFalse("the environment stays usable");
    }

    [TestCaseSource(nameof(Continuous))]
    public void Step_BadContinuousAction_IsNamed(Func<ContinuousControl> make)
    {
        ContinuousControl environment = make();
        environment.Reset();
        environment.Invoking(e => e.Step([float.NaN])).Should().Throw<ArgumentException>().WithMessage("*NaN*finite*");
        environment.Invoking(e => e.Step([float.PositiveInfinity])).Should().Throw<ArgumentException>();
        environment.Invoking(e => e.Step([0, 0])).Should().Throw<ArgumentException>().WithMessage("*2 numbers*takes 1*");
        environment.Step([0]).IsOver.Should().BeFalse("the environment stays usable");
    }

    [TestCaseSource(nameof(Continuous))]
    public void Step_ActionBeyondBounds_MovesAsTheBound(Func<ContinuousControl> make)
    {
        float bound = ((Box)make().ActionSpace).High[0];
        ContinuousControl beyond = make(), at = make();
        beyond.Reset(seed: 1);
        at.Reset(seed: 1);
        beyond.Step([5 * bound]).Observation.Should().Equal(at.Step([bound]).Observation);
    }

    [Test]
    public void Step_BeforeResetAndAfterTheEnd_IsRefused()
    {
        var environment = new CartPole();
        environment.Invoking(e => e.Step(0)).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");
        environment.Reset(seed: 1);
        while (!environment.Step(1).IsOver)
            continue;
        environment.Invoking(e => e.Step(0)).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");
        environment.Reset();
        environment.Step(0).IsOver.Should().BeFalse();
    }

    [Test]
    public void Step_SpanOfWrongLength_IsNamed()
    {
        var environment = new CartPole();
        environment.Reset();
        environment.Invoking(e => e.Step(0, new float[3])).Should().Throw<ArgumentException>().WithMessage("*3*4*");
        environment.Invoking(e => e.Reset(new float[5])).Should().Throw<ArgumentException>().WithMessage("*5*4*");
        environment.Invoking(e => e.ResetTo([1, 2])).Should().Throw<ArgumentException>().WithMessage("*2*4*");
        environment.Invoking(e => e.ResetTo([1, 2, double.NaN, 0])).Should().Throw<ArgumentException>().WithMessage("*NaN*");
    }

    [TestCaseSource(nameof(Discretes))]
    public void Reset_SameSeed_RepeatsTheEpisode(Func<DiscreteControl> make)
    {
        DiscreteControl first = make(), second = make();
        first.Reset(seed: 11).Observation.Should().Equal(second.Reset(seed: 11).Observation).And.NotEqual(second.Reset(seed: 12).Observation);
        second.Reset(seed: 11);
        first.Reset().Observation.Should().Equal(second.Reset().Observation, "the stream goes on").And.NotEqual(make().Reset(seed: 11).Observation);
        for (int i = 0; i < 5; i++)
            first.Step(i % 2).Observation.Should().Equal(second.Step(i % 2).Observation);
    }

    [Test]
    public void Reset_Options_ChangeTheFirstState()
    {
        var options = new Dictionary<string, object> { ["low"] = 0.1, ["high"] = 0.1 };
        new CartPole().Reset(options: options).Observation.Should().AllBeEquivalentTo(0.1f);
        new Pendulum().Reset(options: new Dictionary<string, object> { ["x_init"] = 0, ["y_init"] = 0f }).Observation.Should().Equal(1, 0, 0);
        new CartPole().Invoking(e => e.Reset(options: new Dictionary<string, object> { ["low"] = 1.0 }))
            .Should().Throw<ArgumentException>().WithMessage("*'low' is 1*");
        new CartPole().Invoking(e => e.Reset(options: new Dictionary<string, object> { ["low"] = "x" }))
            .Should().Throw<ArgumentException>().WithMessage("*'low'*finite number*");
    }

    [TestCaseSource(nameof(Discretes))]
    public void Step_SpanForm_EqualsFriendlyFormAndAllocatesNothing(Func<DiscreteControl> make)
    {
        DiscreteControl spans = make(), friendly = make();
        var observation = new float[spans.ObservationSize];
        spans.Reset(observation, seed: 3);
        friendly.Reset(seed: 3).Observation.Should().Equal(observation);
        for (int i = 0; i < 5; i++)
        {
            StepOutcome outcome = spans.Step(i % 2, observation);
            StepResult<float[]> result = friendly.Step(i % 2);
            result.Observation.Should().Equal(observation);
            result.Reward.Should().Be(outcome.Reward);
        }

        Run(spans, observation);
        Allocations.Of(() => Run(spans, observation)).Should().Be(0);
    }

    [TestCaseSource(nameof(Continuous))]
    public void Step_ContinuousSpanForm_AllocatesNothing(Func<ContinuousControl> make)
    {
        ContinuousControl environment = make();
        var observation = new float[environment.ObservationSize];
        environment.Reset(observation, seed: 3);
        Action run = () =>
        {
            for (int i = 0; i < 100; i++)
                environment.Step([0.5f], observation);
            environment.Reset(observation);
        };
        run();
        Allocations.Of(run).Should().Be(0);
    }

    private static void Run(DiscreteControl environment, float[] observation)
    {
        for (int i = 0; i < 200; i++)
        {
            if (environment.Step(i % 2, observation).IsOver)
                environment.Reset(observation);
        }
    }
}
