namespace Lagom.Rl.Tests;

public sealed class VectorEnvironmentTests
{
    [TestCase(1)]
    [TestCase(4)]
    public void Step_NextStepMode_IsWhatEachEnvironmentDoesAlone(int threads)
    {
        VectorEnvironment<float[], int> vector = Poles(5, AutoresetMode.NextStep, threads);
        CartPole[] singles = [.. Enumerable.Range(0, 5).Select(_ => new CartPole())];
        VectorStep<float[]> step = vector.Reset(seed: 10);
        for (int i = 0; i < 5; i++)
            step.Observations[i].Should().Equal(singles[i].Reset(seed: 10 + i).Observation);
        var over = new bool[5];
        int resets = 0;
        for (int t = 0; t < 100; t++)
        {
            step = vector.Step([0, 1, 0, 1, t % 2]);
            for (int i = 0; i < 5; i++)
            {
                if (over[i])
                {
                    over[i] = false;
                    resets++;
                    step.Observations[i].Should().Equal(singles[i].Reset().Observation);
                    (step.Rewards[i], step.Terminated[i], step.WasReset[i]).Should().Be((0.0, false, true));
                    continue;
                }

                StepResult<float[]> result = singles[i].Step(i == 4 ? t % 2 : i % 2);
                step.Observations[i].Should().Equal(result.Observation);
                (step.Rewards[i], step.Terminated[i], step.WasReset[i]).Should().Be((1.0, result.Terminated, false));
                over[i] = result.IsOver;
            }
        }

        resets.Should().BeGreaterThan(20);
    }

    [Test]
    public void Step_SameStepMode_KeepsTheFinalObservation()
    {
        VectorEnvironment<float[], int> vector = Poles(2, AutoresetMode.SameStep);
        vector.Reset(seed: 1);
        VectorStep<float[]> step;
        do
            step = vector.Step([1, 1]);
        while (!step.Terminated[0]);
        step.HasFinalObservation[0].Should().BeTrue();
        Math.Abs(step.FinalObservations[0]![2]).Should().BeGreaterThan(0.2f);
        step.Observations[0].Should().OnlyContain(number => Math.Abs(number) <= 0.05f);
        vector.Step([1, 1]).Terminated[0].Should().BeFalse();
    }

    [Test]
    public void Step_DisabledMode_AsksForAReset()
    {
        VectorEnvironment<float[], int> vector = Poles(2, AutoresetMode.Disabled);
        vector.Reset(seed: 1);
        VectorStep<float[]> step = vector.Last;
        for (int t = 0; !step.Terminated[0]; t++)
            step = vector.Step([1, t % 2]);
        const int over = 0;
        step.Terminated[1].Should().BeFalse();
        vector.Invoking(v => v.Step([0, 0])).Should().Throw<InvalidOperationException>().WithMessage($"*Environment {over}*ResetWhere*");
        vector.ResetWhere(step.Terminated).Observations[over].Should().OnlyContain(number => Math.Abs(number) <= 0.05f);
        vector.Last.Observations[1 - over].Should().Equal(step.Observations[1 - over]);
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Step_OneEnvironmentThrows_IsNamedAndTheOthersStep(int threads)
    {
        var vector = new VectorEnvironment<float[], int>([new CartPole(), new Faulty(), new CartPole()], maxDegreeOfParallelism: threads);
        var alone = new CartPole();
        alone.Reset(seed: 9);
        vector.Reset(seed: 7);
        EnvironmentFailedException failure = vector.Invoking(v => v.Step([0, 1, 0])).Should().Throw<EnvironmentFailedException>().WithMessage("*Environment 1*broken*").Which;
        failure.Index.Should().Be(1);
        failure.InnerException.Should().BeOfType<InvalidDataException>();
        vector.Last.Observations[2].Should().Equal(alone.Step(0).Observation);
        vector.Last.Rewards.Should().Equal(1, double.NaN, 1);
        VectorStep<float[]> step = vector.Step([1, 0, 1]);
        step.WasReset.Should().Equal(false, true, false);
        step.Observations[2].Should().Equal(alone.Step(1).Observation);
        vector.Step([1, 0, 1]).Rewards.Should().Equal(1, 1, 1);
    }

    [Test]
    public void Reset_WithoutSeed_DiffersByEnvironmentAndGoesOn()
    {
        VectorEnvironment<float[], int> vector = Poles(2, AutoresetMode.NextStep);
        VectorStep<float[]> first = vector.Reset();
        first.Observations[0].Should().Equal(new CartPole().Reset(seed: 0).Observation).And.NotEqual(first.Observations[1]);
        vector.Reset().Observations[0].Should().NotEqual(first.Observations[0]);
    }

    [Test]
    public void Step_WrongAction_NamesTheEnvironment()
    {
        VectorEnvironment<float[], int> vector = Poles(3, AutoresetMode.NextStep);
        vector.Reset(seed: 1);
        vector.Invoking(v => v.Step([0, 0, 7])).Should().Throw<EnvironmentFailedException>().WithMessage("*Environment 2*0 to 1*")
            .WithInnerException<ArgumentOutOfRangeException>();
        vector.Invoking(v => v.Step([0, 0])).Should().Throw<ArgumentException>().WithMessage("*actions has 2*3 environments*");
    }

    [Test]
    public void Construct_BadEnvironments_AreNamed()
    {
        var pole = new CartPole();
        FluentActions.Invoking(() => new VectorEnvironment<float[], int>([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new VectorEnvironment<float[], int>([pole, pole])).Should().Throw<ArgumentException>().WithMessage("*twice*");
        FluentActions.Invoking(() => new VectorEnvironment<float[], int>([pole, new Acrobot()])).Should().Throw<ArgumentException>().WithMessage("*number 1*");
        FluentActions.Invoking(() => new VectorEnvironment<float[], int>([pole], maxDegreeOfParallelism: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static VectorEnvironment<float[], int> Poles(int count, AutoresetMode mode, int threads = 1) =>
        new([.. Enumerable.Range(0, count).Select(_ => new CartPole())], mode, threads);

    private sealed class Faulty : IEnvironment<float[], int>
    {
        private readonly CartPole _inner = new();

        public Space<float[]> ObservationSpace => _inner.ObservationSpace;

        public Space<int> ActionSpace => _inner.ActionSpace;

        public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null) => _inner.Reset(seed, options);

        public StepResult<float[]> Step(int action) => action == 1 ? throw new InvalidDataException("broken") : _inner.Step(action);
    }
}
