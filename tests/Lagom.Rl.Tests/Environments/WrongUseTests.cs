namespace Lagom.Rl.Tests;

/// <summary>What every environment of the registry must refuse, and stay usable after.</summary>
public sealed class WrongUseTests
{
    private static readonly EnvironmentRegistry Registry = new();

    private static IEnumerable<string> Discrete => Ids<float[], int>().Concat(Ids<int, int>()).Concat(Ids<IReadOnlyList<object>, int>());

    private static IEnumerable<string> Continuous => Ids<float[], float[]>();

    [Test]
    public void Registry_AllEnvironments_AreCoveredHere() =>
        Discrete.Concat(Continuous).Should().BeEquivalentTo(Registry.Specs.Select(spec => spec.Id));

    [TestCaseSource(nameof(Discrete))]
    public void Step_WrongDiscreteAction_IsNamedAndTheEpisodeGoesOn(string id)
    {
        Uses<int> environment = Make<int>(id);
        int count = environment.Actions.FlatDimension;
        environment.Invoking(e => e.Step(0)).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");
        environment.Reset();

        environment.Invoking(e => e.Step(count)).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"*0 to {count - 1}*");
        environment.Invoking(e => e.Step(-1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*-1*");

        environment.Invoking(e => e.Step(0)).Should().NotThrow("a refused action leaves the episode as it was");
    }

    [TestCaseSource(nameof(Continuous))]
    public void Step_WrongContinuousAction_IsNamedAndTheEpisodeGoesOn(string id)
    {
        Uses<float[]> environment = Make<float[]>(id);
        int size = environment.Actions.FlatDimension;
        environment.Invoking(e => e.Step(new float[size])).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");
        environment.Reset();

        environment.Invoking(e => e.Step([.. Enumerable.Repeat(float.NaN, size)])).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        environment.Invoking(e => e.Step([.. Enumerable.Repeat(float.NegativeInfinity, size)])).Should().Throw<ArgumentException>();
        environment.Invoking(e => e.Step(new float[size + 1])).Should().Throw<ArgumentException>().WithMessage($"*{size + 1}*");
        environment.Invoking(e => e.Step([])).Should().Throw<ArgumentException>();
        environment.Invoking(e => e.Step(null!)).Should().Throw<ArgumentNullException>();

        environment.Invoking(e => e.Step(new float[size])).Should().NotThrow("a refused action leaves the episode as it was");
    }

    [TestCaseSource(nameof(Discrete))]
    public void Step_FinishedDiscreteEpisode_IsRefusedUntilReset(string id) => PlayToTheEnd(Make<int>(id));

    [TestCaseSource(nameof(Continuous))]
    public void Step_FinishedContinuousEpisode_IsRefusedUntilReset(string id) => PlayToTheEnd(Make<float[]>(id));

    [Test]
    public void Make_WrongTypes_NamesTheSpaces()
    {
        Registry.Invoking(r => r.Make<int, float[]>("CartPole-v1")).Should().Throw<ArgumentException>().WithMessage("*'CartPole-v1'*Discrete*Int32*");
        Registry.Invoking(r => r.Make<float[], int>("CartPol-v1")).Should().Throw<ArgumentException>().WithMessage("*Did you mean 'CartPole-v1'?*");
    }

    private static void PlayToTheEnd<TAction>(Uses<TAction> environment)
        where TAction : notnull
    {
        var random = new RandomStream(1);
        environment.Reset();
        for (int step = 0; step < 100_000 && !environment.IsOver; step++)
            environment.Step(environment.Actions.Sample(random));
        environment.IsOver.Should().BeTrue();

        environment.Invoking(e => e.Step(e.Actions.Sample(random))).Should().Throw<InvalidOperationException>().WithMessage("*Reset*");

        environment.Reset();
        environment.Invoking(e => e.Step(e.Actions.Sample(random))).Should().NotThrow();
    }

    private static IEnumerable<string> Ids<TObservation, TAction>()
        where TObservation : notnull
        where TAction : notnull =>
        Registry.Specs.Select(spec => spec.Id).Where(id =>
        {
            try
            {
                return Registry.Make<TObservation, TAction>(id) is not null;
            }
            catch (ArgumentException)
            {
                return false;
            }
        });

    private static Uses<TAction> Make<TAction>(string id)
        where TAction : notnull =>
        Ids<float[], TAction>().Contains(id) ? Uses<TAction>.Of(Registry.Make<float[], TAction>(id))
        : Ids<int, TAction>().Contains(id) ? Uses<TAction>.Of(Registry.Make<int, TAction>(id))
        : Uses<TAction>.Of(Registry.Make<IReadOnlyList<object>, TAction>(id));

    /// <summary>An environment without the type of its observations.</summary>
    private sealed class Uses<TAction>(Space<TAction> actions, Action reset, Func<TAction, bool> step)
        where TAction : notnull
    {
        public Space<TAction> Actions { get; } = actions;

        public bool IsOver { get; private set; }

        public static Uses<TAction> Of<TObservation>(IEnvironment<TObservation, TAction> environment)
            where TObservation : notnull =>
            new(environment.ActionSpace, () => environment.Reset(seed: 3), action => environment.Step(action).IsOver);

        public void Reset()
        {
            reset();
            IsOver = false;
        }

        public void Step(TAction action) => IsOver = step(action);
    }
}
