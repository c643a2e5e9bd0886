
namespace Lagom.Rl.Tests;

/// <summary>What every off-policy algorithm keeps to: resuming, memory, arguments.</summary>
public sealed class OffPolicyRunTests
{
    private string _path = "";

    [SetUp]
    public void SetUp() => _path = Path.Combine(Path.GetTempPath(), $"off-policy-{Guid.NewGuid():N}.zip");

    [TearDown]
    public void TearDown() => File.Delete(_path);

    [TestCase("dqn")]
    [TestCase("dqn-rainbow")]
    [TestCase("ddpg")]
    [TestCase("td3")]
    [TestCase("sac")]
    public void Load_SavedRun_GoesOnBitForBit(string name)
    {
        using IAlgorithm undisturbed = Make(name, seed: 3);
        undisturbed.Advance();
        TrainingUpdate expected = undisturbed.Advance();
        using IAlgorithm whole = Make(name, seed: 3);
        whole.Advance();
        CheckpointWriter.Write(_path, whole.Save);
        whole.Advance().Should().BeEquivalentTo(expected);

        using IAlgorithm resumed = Make(name, seed: 99);
        resumed.Advance();
        CheckpointReader.Read(_path, resumed.Load);
        TrainingUpdate actual = resumed.Advance();

        actual.Should().BeEquivalentTo(expected);
        resumed.StepsDone.Should().Be(whole.StepsDone);
        Weights(resumed).Should().Equal(Weights(whole));
        Weights(resumed).Should().Equal(Weights(undisturbed));
    }

    [TestCase(AutoresetMode.SameStep)]
    [TestCase(AutoresetMode.NextStep)]
    public void Load_SavedRunOfSingleEnvironments_GoesOnBitForBit(AutoresetMode autoreset)
    {
        using Dqn undisturbed = OnLake(autoreset), whole = OnLake(autoreset), resumed = OnLake(autoreset);
        undisturbed.Advance();
        whole.Advance();
        CheckpointWriter.Write(_path, whole.Save);
        CheckpointReader.Read(_path, resumed.Load);

        TrainingUpdate expected = undisturbed.Advance();
        resumed.Advance().Should().BeEquivalentTo(expected);
        Weights(resumed).Should().Equal(Weights(undisturbed));
    }

    [Test]
    public void Load_BatchOfAnotherKind_BeginsNewEpisodes()
    {
        using Dqn whole = OnLake(AutoresetMode.NextStep), other = OnLake(AutoresetMode.SameStep), again = OnLake(AutoresetMode.SameStep);
        whole.Advance();
        CheckpointWriter.Write(_path, whole.Save);
        CheckpointReader.Read(_path, other.Load);
        CheckpointReader.Read(_path, again.Load);

        other.StepsDone.Should().Be(whole.StepsDone);
        other.Advance().Should().BeEquivalentTo(again.Advance());
    }

    [TestCase("dqn-rainbow")]
    [TestCase("td3")]
    [TestCase("sac")]
    public void Advance_SameSeed_GivesTheSameWeights(string name)
    {
        using IAlgorithm one = Make(name, seed: 3), same = Make(name, seed: 3), other = Make(name, seed: 4);
        one.Advance();
        same.Advance();
        other.Advance();

        Weights(same).Should().Equal(Weights(one));
        Weights(other).Should().NotEqual(Weights(one));
    }

    [TestCase("dqn-rainbow")]
    [TestCase("ddpg")]
    [TestCase("td3")]
    [TestCase("sac")]
    public void Advance_LongRun_KeepsNoTensors(string name)
    {
        Garbage.Collect();
        long outside = TensorRuntime.LiveTensors;
        using (IAlgorithm algorithm = Make(name, seed: 3))
        {
            algorithm.Advance();
            long before = TensorRuntime.LiveTensors;
            algorithm.Advance();
            algorithm.Advance();
            TensorRuntime.LiveTensors.Should().Be(before);
        }

        TensorRuntime.LiveTensors.Should().Be(outside);
    }

    [Test]
    public void Load_OtherRun_SaysWhatDiffers()
    {
        using IAlgorithm sac = Make("sac", seed: 1);
        CheckpointWriter.Write(_path, sac.Save);
        using IAlgorithm td3 = Make("td3", seed: 1);
        using var wider = new Sac(Batch<float>("Pendulum-v1", 2), new SacOptions { HiddenSizes = [17, 16], BufferSize = 2000 });

        td3.Invoking(algorithm => CheckpointReader.Read(_path, algorithm.Load)).Should().Throw<InvalidDataException>().WithMessage("*algorithm sac*td3*");
        wider.Invoking(algorithm => CheckpointReader.Read(_path, algorithm.Load)).Should().Throw<InvalidDataException>().WithMessage("*16-16*17-16*");
    }

    [Test]
    public void Constructor_WrongSpacesOrOptions_NamesThem()
    {
        Action bounded = () => new Sac(Batch<float>("LinearQuadratic-v0", 1)).Dispose();
        bounded.Should().Throw<ArgumentException>().WithMessage("*bounded actions*");
        Action disabled = () => new Dqn((IEnvironmentBatch<int>)new EnvironmentRegistry().MakeBatch("CartPole-v1", 1, AutoresetMode.Disabled)).Dispose();
        disabled.Should().Throw<ArgumentException>().WithMessage("*autoreset*");
        Action tau = () => new Td3(Batch<float>("Pendulum-v1", 1), new Td3Options { Tau = 0 }).Dispose();
        tau.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Tau");
        Action deviation = () => new Sac(Batch<float>("Pendulum-v1", 1), new SacOptions { MaxLogStandardDeviation = -30 }).Dispose();
        deviation.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("MaxLogStandardDeviation");
        Action hidden = () => new Dqn(Batch<int>("CartPole-v1", 1), new DqnOptions { HiddenSizes = [64, 0] }).Dispose();
        hidden.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("HiddenSizes");
    }

    [TestCase(AutoresetMode.SameStep)]
    [TestCase(AutoresetMode.NextStep)]
    public void Advance_EndsOfEpisodes_NeverLeadToTheNextOne(AutoresetMode autoreset)
    {
        var environments = (IEnvironmentBatch<int>)new EnvironmentRegistry().MakeBatch("CartPole-v1", 2, autoreset);
        using var dqn = new Dqn(environments, new DqnOptions { LearningStarts = 1000, NStep = 1, BufferSize = 1000, HiddenSizes = [8] });
        TrainingUpdate update = dqn.Advance();
        var drawn = Replay.Drawn.From(dqn.Buffer, 1, 2000);

        update.Episodes.Should().NotBeEmpty();
        for (int i = 0; i < 2000; i++)
        {
            // A cart moves by 0.02 times its speed; a new episode begins elsewhere.
            float moved = drawn.NextObservations[4 * i] - drawn.Observations[4 * i];
            moved.Should().BeApproximately(0.02f * drawn.Observations[4 * i + 1], 1e-5f);
            (drawn.Discounts[i] == 0).Should().Be(Math.Abs(drawn.NextObservations[4 * i + 2]) > 12 * 2 * Math.PI / 360);
        }
    }

    [Test]
    public void Policy_Act_ChecksLengthsAndStaysInsideTheBounds()
    {
        using IAlgorithm sac = Make("sac", seed: 1);
        var policy = (IPolicy<float>)sac.Policy;
        float[] actions = new float[2];

        policy.Act([1, 0, 0, -1, 0, 3], [true, true], actions, new RandomStream(1));
        actions.Should().OnlyContain(action => Math.Abs(action) <= 2);
        policy.Invoking(it => it.Act([1, 0], [true], new float[1])).Should().Throw<ArgumentException>();
        policy.Invoking(it => it.Act([1, 0, 0], [true], new float[2])).Should().Throw<ArgumentException>();
    }

    [Test]
    public async Task TrainAsync_FewSteps_GivesAPolicyAndItsProgress()
    {
        var options = new DqnOptions { Seed = 5, HiddenSizes = [8], LearningStarts = 100, TotalSteps = 1000, Environments = 2, BufferSize = 1000 };

        using Dqn dqn = await Dqn.TrainAsync("CartPole-v1", options);

        dqn.StepsDone.Should().Be(1000);
        dqn.Updates.Should().BeGreaterThan(0);
        dqn.Policy.Evaluate(new EnvironmentRegistry(), "CartPole-v1", episodes: 3).Episodes.Should().HaveCount(3);
        Func<Task> unknown = () => Sac.TrainAsync("Pendulum-v7");
        await unknown.Should().ThrowAsync<ArgumentException>().WithMessage("*Pendulum-v1*");
    }

    [Test]
    public void Advance_DivergingRun_SaysSo()
    {
        using var sac = new Sac(Batch<float>("Pendulum-v1", 1), new SacOptions { HiddenSizes = [8], LearningStarts = 10, BatchSize = 8, BufferSize = 1000, LearningRate = 1e30 });

        sac.Invoking(algorithm => algorithm.Advance()).Should().Throw<ArithmeticException>().WithMessage("*of sac is*steps*");
    }

    [Test]
    public void Advance_Cancelled_StopsAtOnce()
    {
        using IAlgorithm sac = Make("sac", seed: 1);
        sac.Advance(new CancellationToken(canceled: true)).Steps.Should().Be(0);
    }

    internal static IEnvironmentBatch<TAction> Batch<TAction>(string id, int count)
        where TAction : unmanaged => (IEnvironmentBatch<TAction>)new EnvironmentRegistry().MakeBatch(id, count);

    private static Dqn OnLake(AutoresetMode autoreset) => new(
        new EnvironmentRegistry().MakeBatch("FrozenLake-v1", 3, autoreset),
        new DqnOptions { Seed = 3, HiddenSizes = [16], LearningStarts = 50, BatchSize = 16, BufferSize = 2000, NStep = 3 });

    private static IAlgorithm Make(string name, long seed) => name switch
    {
        "dqn" => new Dqn(Batch<int>("CartPole-v1", 2), new DqnOptions { Seed = seed, HiddenSizes = [16, 16], LearningStarts = 50, BatchSize = 16, BufferSize = 2000 }),
        "dqn-rainbow" => new Dqn(
            Batch<int>("CartPole-v1", 1),
            new DqnOptions { Seed = seed, HiddenSizes = [16], LearningStarts = 50, BatchSize = 16, BufferSize = 300, Dueling = true, Prioritized = true }),
        "ddpg" => new Ddpg(
            Batch<float>("Pendulum-v1", 2),
            new DdpgOptions { Seed = seed, HiddenSizes = [16, 16], LearningStarts = 50, BatchSize = 16, BufferSize = 2000, NoiseCorrelation = 0.9 }),
        "td3" => new Td3(Batch<float>("Pendulum-v1", 2), new Td3Options { Seed = seed, HiddenSizes = [16, 16], LearningStarts = 50, BatchSize = 16, BufferSize = 2000 }),
        _ => new Sac(
            Batch<float>("Pendulum-v1", 2),
            new SacOptions
            {
                Seed = seed, HiddenSizes = [16, 16], LearningStarts = 50, BatchSize = 16, BufferSize = 2000, NoiseCorrelation = 0.9, AnnealLearningRate = true, TotalSteps = 3000,
            }),
    };

    // Checkpoints hold the parameters; two of them are compared by content.
    private static float[] Weights(IAlgorithm algorithm)
    {
        string path = Path.Combine(Path.GetTempPath(), $"weights-{Guid.NewGuid():N}.zip");
        try
        {
            CheckpointWriter.Write(path, algorithm.Save);
            var all = new List<float>();
            CheckpointReader.Read(path, reader =>
            {
                foreach ((_, TorchSharp.torch.Tensor tensor) in reader.ReadTensors("networks.safetensors").OrderBy(part => part.Key, StringComparer.Ordinal))
                {
                    all.AddRange(tensor.ToArray<float>());
                    tensor.Dispose();
                }
            });
            return [.. all];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
