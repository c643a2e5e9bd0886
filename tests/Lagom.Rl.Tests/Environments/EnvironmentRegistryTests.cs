namespace Lagom.Rl.Tests;

public sealed class EnvironmentRegistryTests
{
    private static readonly string[] Ids = [.. new EnvironmentRegistry().Specs.Select(spec => spec.Id)];

    [TestCaseSource(nameof(Ids))]
    public void Make_EveryId_StepsInsideItsSpacesAndRepeats(string id)
    {
        var registry = new EnvironmentRegistry();
        EnvironmentSpec spec = registry.Spec(id);
        switch (id)
        {
            case "Blackjack-v1":
                Walk(registry.Make<IReadOnlyList<object>, int>(id), registry.Make<IReadOnlyList<object>, int>(id), spec);
                break;
            case "Pendulum-v1" or "MountainCarContinuous-v0" or "LinearQuadratic-v0":
                Walk(registry.Make<float[], float[]>(id), registry.Make<float[], float[]>(id), spec);
                break;
            case "CartPole-v1" or "MountainCar-v0" or "Acrobot-v1":
                Walk(registry.Make<float[], int>(id), registry.Make<float[], int>(id), spec);
                break;
            default:
                Walk(registry.Make<int, int>(id), registry.Make<int, int>(id), spec);
                break;
        }
    }

    [Test]
    public void Make_UnknownId_NamesTheNearest() =>
        new EnvironmentRegistry().Invoking(registry => registry.Make<float[], int>("CartPole-v9"))
            .Should().Throw<ArgumentException>().WithMessage("*'CartPole-v9'*Did you mean 'CartPole-v1'?*Acrobot-v1*");

    [Test]
    public void Make_WrongTypes_SaysWhichSpacesItHas() =>
        new EnvironmentRegistry().Invoking(registry => registry.Make<float[], float[]>("CartPole-v1"))
            .Should().Throw<ArgumentException>().WithMessage("*'CartPole-v1'*Box*Discrete(2)*observations Single*");

    [Test]
    public void Register_OwnEnvironment_IsMadeWithItsLimit()
    {
        var registry = new EnvironmentRegistry();
        registry.Register(new EnvironmentSpec("Short-v0") { MaxEpisodeSteps = 2, RewardThreshold = 1 }, () => new CartPole());
        IEnvironment<float[], int> environment = registry.Make<float[], int>("Short-v0");
        environment.Reset();
        environment.Step(0).Truncated.Should().BeFalse();
        environment.Step(1).Should().Match<StepResult<float[]>>(result => result.Truncated && !result.Terminated);
        environment.Invoking(e => e.Step(0)).Should().Throw<InvalidOperationException>();
        registry.Spec("Short-v0").RewardThreshold.Should().Be(1);
        registry.Invoking(r => r.Register(new EnvironmentSpec("Short-v0"), () => new CartPole()))
            .Should().Throw<ArgumentException>().WithMessage("*'Short-v0' is already registered*");
        registry.Invoking(r => r.Register(new EnvironmentSpec("X") { MaxEpisodeSteps = 0 }, () => new CartPole()))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*MaxEpisodeSteps*");
    }

    private static void Walk<TObservation, TAction>(
        IEnvironment<TObservation, TAction> first, IEnvironment<TObservation, TAction> second, EnvironmentSpec spec)
        where TObservation : notnull
        where TAction : notnull
    {
        var random = new RandomStream(5);
        first.ObservationSpace.Contains(first.Reset(seed: 2).Observation).Should().BeTrue();
        second.Reset(seed: 2);
        int steps = 0, ends = 0, longest = 0;
        for (int i = 0; i < 1500; i++)
        {
            TAction action = first.ActionSpace.Sample(random);
            StepResult<TObservation> result = first.Step(action);
            StepResult<TObservation> same = second.Step(action);
            first.ObservationSpace.Contains(result.Observation).Should().BeTrue($"{result.Observation} is in {first.ObservationSpace}");
            same.Should().BeEquivalentTo(result, options => options.ComparingByMembers<StepResult<TObservation>>());
            longest = Math.Max(longest, ++steps);
            if (!result.IsOver)
                continue;
            steps = 0;
            ends++;
            first.Reset();
            second.Reset();
        }

        longest.Should().BeLessThanOrEqualTo(spec.MaxEpisodeSteps ?? int.MaxValue);
        if (spec.MaxEpisodeSteps is not null)
            ends.Should().BePositive();
    }
}
