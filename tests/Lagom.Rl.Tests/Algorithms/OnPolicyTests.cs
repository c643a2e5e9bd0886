using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Algorithms;

public sealed class OnPolicyTests
{
    private static readonly EnvironmentRegistry Registry = new();

    // Networks this small only wait for one another on several threads.
    [OneTimeSetUp]
    public void UseOneThread() => set_num_threads(1);

    private static IEnumerable<TestCaseData> Algorithms() =>
    [
        new TestCaseData("ppo", 60_000, 300.0),
        new TestCaseData("a2c", 100_000, 300.0),
        new TestCaseData("vpg", 120_000, 200.0),
        new TestCaseData("impala", 100_000, 300.0),
    ];

    [TestCaseSource(nameof(Algorithms))]
    public void Advance_CartPole_LearnsToBalance(string name, int steps, double goal)
    {
        using OnPolicyAlgorithm algorithm = Make(name, "CartPole-v1", 1);
        while (algorithm.StepsDone < steps)
            algorithm.Advance();
        Evaluate(algorithm.Policy, "CartPole-v1", 20).Should().BeGreaterThan(goal);
    }

    [Test]
    public void Advance_RecurrentPpoWithoutVelocities_LearnsToBalance()
    {
        EnvironmentRegistry registry = BlindPole();
        using var ppo = new Ppo(
            registry.MakeBatch("BlindPole-v0", 16),
            new PpoOptions
            {
                Seed = 1, RolloutSteps = 32, RecurrentUnits = 32, HiddenSizes = [32], Minibatches = 2, LearningRate = 1e-3, AnnealLearningRate = false, EntropyCoefficient = 0,
                NormalizeObservations = true, NormalizeRewards = true, ValueClipRange = null,
            });
        while (ppo.StepsDone < 16_000)
            ppo.Advance();
        Evaluate(ppo.Policy, "BlindPole-v0", 20, registry).Should().BeGreaterThan(100);
    }

    [Test]
    public void Advance_RecurrentVpgWithoutVelocities_LearnsToBalance()
    {
        EnvironmentRegistry registry = BlindPole();
        using var vpg = new Vpg(
            registry.MakeBatch("BlindPole-v0", 16),
            new VpgOptions
            {
                Seed = 1, RolloutSteps = 32, RecurrentUnits = 32, HiddenSizes = [32], LearningRate = 5e-3, EntropyCoefficient = 0, Gamma = 0.99, GaeLambda = 0.95,
                NormalizeObservations = true, NormalizeRewards = true,
            });
        double before = Evaluate(vpg.Policy, "BlindPole-v0", 20, registry);
        while (vpg.StepsDone < 50_000)
            vpg.Advance();
        before.Should().BeLessThan(40);
        Evaluate(vpg.Policy, "BlindPole-v0", 20, registry).Should().BeGreaterThan(80);
    }

    [TestCase("vpg", "Pendulum-v1", 6)]
    [TestCase("a2c", "CartPole-v1", 6)]
    [TestCase("ppo", "MountainCarContinuous-v0", 6)]
    [TestCase("ppo", "FrozenLake-v1", 0)]
    [TestCase("impala", "LinearQuadratic-v0", 0)]
    public void Advance_AnyKindOfEnvironment_MovesTheWeights(string name, string environment, int units)
    {
        IEnvironmentBatch batch = Registry.MakeBatch(environment, 4);
        using OnPolicyAlgorithm algorithm = name switch
        {
            "ppo" => new Ppo(batch, new PpoOptions { RolloutSteps = 12, RecurrentUnits = units, HiddenSizes = [8] }),
            "a2c" => new A2c(batch, new A2cOptions { RolloutSteps = 12, RecurrentUnits = units, HiddenSizes = [8] }),
            "vpg" => new Vpg(batch, new VpgOptions { RolloutSteps = 12, RecurrentUnits = units, HiddenSizes = [8] }),
            _ => new Impala(batch, new ImpalaOptions { RolloutSteps = 12 }),
        };
        float[] before = Numbers(algorithm.Networks);
        TrainingUpdate update = algorithm.Advance();
        update.Steps.Should().Be(48);
        update.Metrics.Should().ContainKeys("loss/policy", "loss/value", "policy/entropy", "gradient/norm");
        Numbers(algorithm.Networks).Should().NotEqual(before).And.OnlyContain(number => float.IsFinite(number));
    }

    [Test]
    public async Task TrainAsync_KnownEnvironment_TrainsAndEvaluates()
    {
        var seen = new List<TrainingProgress>();
        using Ppo ppo = await Ppo.TrainAsync("CartPole-v1", PpoOptions.For("CartPole-v1") with { TotalSteps = 2048 }, progress: new Recorder(seen));
        ppo.StepsDone.Should().Be(2048);
        seen.Should().NotBeEmpty();
        await FluentActions.Awaiting(() => Ppo.TrainAsync("CartPool-v1")).Should().ThrowAsync<ArgumentException>().WithMessage("*Did you mean 'CartPole-v1'*");
    }

    [Test]
    public void Advance_PendulumWithPpo_ImprovesClearly()
    {
        using OnPolicyAlgorithm algorithm = Make("ppo", "Pendulum-v1", 1);
        double before = Evaluate(algorithm.Policy, "Pendulum-v1", 10);
        while (algorithm.StepsDone < 80_000)
            algorithm.Advance();
        Evaluate(algorithm.Policy, "Pendulum-v1", 10).Should().BeGreaterThan(before + 400);
    }

    [TestCase("ppo", "CartPole-v1", 0)]
    [TestCase("ppo", "CartPole-v1", 8)]
    [TestCase("ppo", "Pendulum-v1", 0)]
    [TestCase("ppo", "LinearQuadratic-v0", 0)]
    [TestCase("ppo", "FrozenLake-v1", 8)]
    [TestCase("a2c", "CartPole-v1", 0)]
    [TestCase("impala", "CartPole-v1", 0)]
    [TestCase("impala", "Blackjack-v1", 0)]
    [TestCase("ppo", "BlindPole-v0", 8)]
    public void Save_InTheMiddle_LoadedRunGoesOnBitForBit(string name, string id, int units)
    {
        EnvironmentRegistry registry = BlindPole();
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.ckpt");
        try
        {
            using OnPolicyAlgorithm whole = Create(), undisturbed = Create();
            for (int i = 0; i < 3; i++)
            {
                whole.Advance();
                undisturbed.Advance();
            }

            CheckpointWriter.Write(path, whole.Save);
            using OnPolicyAlgorithm resumed = Create();
            CheckpointReader.Read(path, resumed.Load);
            bool isResumable = id != "BlindPole-v0";
            for (int i = 0; i < 3; i++)
            {
                TrainingUpdate one = whole.Advance(), other = resumed.Advance(), third = undisturbed.Advance();
                other.Episodes.Should().Equal(one.Episodes);
                if (isResumable)
                    third.Episodes.Should().Equal(one.Episodes);
            }

            resumed.StepsDone.Should().Be(whole.StepsDone);
            Numbers(resumed.Networks).Should().Equal(Numbers(whole.Networks));
            Numbers(undisturbed.Networks).SequenceEqual(Numbers(whole.Networks)).Should().Be(isResumable, "only environments that can be saved go on as if nothing had been");
        }
        finally
        {
            File.Delete(path);
        }

        OnPolicyAlgorithm Create()
        {
            IEnvironmentBatch batch = registry.MakeBatch(id, 4);
            var ppo = new PpoOptions
            {
                Seed = 3, RolloutSteps = 32, Epochs = 2, Minibatches = 2, RecurrentUnits = units, HiddenSizes = [16], NormalizeObservations = true, NormalizeRewards = true,
            };
            return name switch
            {
                "ppo" => new Ppo(batch, ppo),
                "a2c" => new A2c(batch, new A2cOptions { Seed = 3 }),
                // Whose actors lag behind when it is saved.
                _ => new Impala(batch, new ImpalaOptions { Seed = 3, ActorLag = 2 }),
            };
        }
    }

    [Test]
    public void Load_OtherNetworks_SaysWhat()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.ckpt");
        try
        {
            using var saved = new Ppo(Registry.MakeBatch("CartPole-v1", 4), new PpoOptions { HiddenSizes = [16] });
            CheckpointWriter.Write(path, saved.Save);
            using var wider = new Ppo(Registry.MakeBatch("CartPole-v1", 4), new PpoOptions { HiddenSizes = [17] });
            FluentActions.Invoking(() => CheckpointReader.Read(path, wider.Load)).Should().Throw<InvalidDataException>().WithMessage("*HiddenSizes*");
            using var elsewhere = new Ppo(Registry.MakeBatch("Acrobot-v1", 4));
            FluentActions.Invoking(() => CheckpointReader.Read(path, elsewhere.Load)).Should().Throw<InvalidDataException>().WithMessage("*this is ppo on*");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void SameSeed_IsTheSameRunAndAnotherIsNot()
    {
        float[] First(long seed)
        {
            using var ppo = new Ppo(Registry.MakeBatch("CartPole-v1", 4), new PpoOptions { Seed = seed, RolloutSteps = 16 });
            ppo.Advance();
            return Numbers(ppo.Networks);
        }

        First(1).Should().Equal(First(1)).And.NotEqual(First(2));
    }

    [Test]
    public void Advance_Cancelled_EndsEarlyAndStaysUsable()
    {
        using var ppo = new Ppo(Registry.MakeBatch("CartPole-v1", 4), new PpoOptions { RolloutSteps = 16 });
        ppo.Advance(new CancellationToken(canceled: true)).Steps.Should().Be(0);
        ppo.Advance().Steps.Should().Be(64);
    }

    [Test]
    public void Constructor_BadOptions_AreNamed()
    {
        IEnvironmentBatch batch = Registry.MakeBatch("CartPole-v1", 4);
        FluentActions.Invoking(() => new Ppo(batch, new PpoOptions { Gamma = 1.5 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Gamma*");
        FluentActions.Invoking(() => new Ppo(batch, new PpoOptions { Minibatches = 7 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*512*multiple*");
        FluentActions.Invoking(() => new Impala(batch, new ImpalaOptions { RecurrentUnits = 4 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*RecurrentUnits*");
        FluentActions.Invoking(() => new Ppo(Registry.MakeBatch("CartPole-v1", 4, AutoresetMode.NextStep))).Should().Throw<ArgumentException>().WithMessage("*SameStep*");
    }

    [Test]
    public void Advance_ManyRollouts_LeavesNoTensors()
    {
        using var ppo = new Ppo(Registry.MakeBatch("CartPole-v1", 4), new PpoOptions { RolloutSteps = 16 });
        ppo.Advance();
        long before = TensorRuntime.LiveTensors;
        for (int i = 0; i < 5; i++)
            ppo.Advance();
        TensorRuntime.LiveTensors.Should().BeLessThanOrEqualTo(before);
    }

    [Test]
    public void Advance_Truncated_TellsTheWholeEpisodes()
    {
        using var ppo = new Ppo(new EnvironmentRegistry().MakeBatch("Pendulum-v1", 2), new PpoOptions { RolloutSteps = 200, Minibatches = 1, Epochs = 1 });
        TrainingUpdate update = ppo.Advance();
        update.Episodes.Should().HaveCount(2).And.OnlyContain(episode => episode.Length == 200 && episode.Return < 0);
    }

    [Test]
    public void Advance_DisposedOf_SaysSo()
    {
        var ppo = new Ppo(Registry.MakeBatch("CartPole-v1", 4));
        ppo.Dispose();
        ppo.Dispose();
        ppo.Invoking(it => it.Advance()).Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public async Task TrainAsync_LongerThanTheLearningRateLasts_IsRefusedAtOnce()
    {
        PpoOptions options = PpoOptions.For("CartPole-v1") with { TotalSteps = 1024 };
        await FluentActions.Awaiting(() => Ppo.TrainAsync("CartPole-v1", options, new TrainingOptions(2048)))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*2048*1024*");
        await FluentActions.Awaiting(() => Sac.TrainAsync("Pendulum-v1", training: new TrainingOptions(40_000))).Should().ThrowAsync<ArgumentException>().WithMessage("*TotalSteps*");
        using Ppo constant = await Ppo.TrainAsync(
            "CartPole-v1", options with { AnnealLearningRate = false, AnnealClipRange = false }, new TrainingOptions(2048) { EvaluationEpisodes = 0 });
        constant.StepsDone.Should().Be(2048);
    }

    // A pole whose speeds must be remembered.
    private static EnvironmentRegistry BlindPole()
    {
        var registry = new EnvironmentRegistry();
        registry.Register(
            new EnvironmentSpec("BlindPole-v0") { MaxEpisodeSteps = 200 },
            () => new TransformObservation<float[], int, float[]>(new CartPole(), seen => [seen[0], seen[2]], new Box(-5, 5, 2)));
        return registry;
    }

    private static OnPolicyAlgorithm Make(string name, string environment, long seed) => name switch
    {
        "ppo" => new Ppo(Registry.MakeBatch(environment, PpoOptions.For(environment).Environments), PpoOptions.For(environment) with { Seed = seed }),
        "a2c" => new A2c(Registry.MakeBatch(environment, A2cOptions.For(environment).Environments), A2cOptions.For(environment) with { Seed = seed }),
        "vpg" => new Vpg(Registry.MakeBatch(environment, VpgOptions.For(environment).Environments), VpgOptions.For(environment) with { Seed = seed }),
        _ => new Impala(Registry.MakeBatch(environment, ImpalaOptions.For(environment).Environments), ImpalaOptions.For(environment) with { Seed = seed }),
    };

    private static double Evaluate(IPolicy policy, string environment, int episodes, EnvironmentRegistry? registry = null)
    {
        IEnvironmentBatch batch = (registry ?? Registry).MakeBatch(environment, episodes);
        batch.Reset(1000);
        var sums = new double[episodes];
        var isDone = new bool[episodes];
        var isFirst = new bool[episodes];
        isFirst.AsSpan().Fill(true);
        while (isDone.Contains(false))
        {
            Step(batch, policy, isFirst);
            for (int i = 0; i < episodes; i++)
            {
                if (!isDone[i])
                    sums[i] += batch.Rewards[i];
                isFirst[i] = batch.Terminated[i] || batch.Truncated[i];
                isDone[i] |= isFirst[i];
            }
        }

        return sums.Average();
    }

    private static void Step(IEnvironmentBatch batch, IPolicy policy, bool[] isFirst)
    {
        if (batch is IEnvironmentBatch<int> choices)
        {
            var actions = new int[batch.Count];
            ((IPolicy<int>)policy).Act(batch.Observations, isFirst, actions);
            choices.Step(actions);
            return;
        }

        var rows = new float[batch.Count * policy.ActionSpace.FlatDimension];
        ((IPolicy<float>)policy).Act(batch.Observations, isFirst, rows);
        ((IEnvironmentBatch<float>)batch).Step(rows);
    }

    private static float[] Numbers(nn.Module module)
    {
        var numbers = new float[module.ParameterCount()];
        module.ToVector(numbers);
        return numbers;
    }

    private sealed class Recorder(List<TrainingProgress> seen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => seen.Add(value);
    }
}
