using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Algorithms;

/// <summary>Environments that give numbers nobody can learn from, or throw: what was learnt stays, and learning goes on.</summary>
public sealed class BadEnvironmentTests
{
    [OneTimeSetUp]
    public void UseOneThread() => set_num_threads(1);

    [Test]
    public void Advance_NumberThatIsNotFinite_NamesTheEnvironmentAndKeepsTheWeights(
        [Values("ppo", "a2c", "dqn")] string name, [Values(Fault.Reward, Fault.Observation, Fault.FinalObservation)] Fault fault)
    {
        using IAlgorithm algorithm = Make(name, fault);
        algorithm.Advance();
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.ckpt");
        try
        {
            Action advance = () =>
            {
                for (int i = 0; i < 10; i++)
                    algorithm.Advance();
            };
            advance.Should().Throw<ArithmeticException>().WithMessage($"*{(fault == Fault.Reward ? "reward" : "observation")}*environment 1*NaN*");
            CheckpointWriter.Write(path, algorithm.Save);
            CheckpointReader.Read(path, reader =>
            {
                foreach (Tensor tensor in reader.ReadTensors("networks.safetensors").Values)
                {
                    tensor.ToArray<float>().Should().OnlyContain(number => float.IsFinite(number));
                    tensor.Dispose();
                }
            });
        }
        finally
        {
            File.Delete(path);
        }

        // The fault came once.
        for (int i = 0; i < 3; i++)
            algorithm.Advance();
    }

    [TestCase("ppo")]
    [TestCase("dqn")]
    public void Advance_EnvironmentThrows_NextEpisodesAreWholeOnes(string name)
    {
        using IAlgorithm algorithm = Make(name, Fault.Exception);
        algorithm.Advance();
        Action advance = () =>
        {
            for (int i = 0; i < 10; i++)
                algorithm.Advance();
        };
        advance.Should().Throw<EnvironmentFailedException>().WithInnerException<TimeoutException>();
        for (int i = 0; i < 3; i++)
            algorithm.Advance().Episodes.Should().OnlyContain(episode => episode.Length == Counting.Length && episode.Return == Counting.Length);
    }

    [Test]
    public void Step_EnvironmentOfABatchThrows_OthersShowTheirStep()
    {
        var batch = (IEnvironmentBatch<int>)Batch(Fault.Exception);
        batch.Reset(seed: 1);
        for (int i = 0; i < 199; i++)
            batch.Step([0, 0, 0]);
        float before = batch.Observations[0];
        batch.Invoking(it => it.Step([0, 0, 0])).Should().Throw<EnvironmentFailedException>().Which.Index.Should().Be(1);
        batch.Observations.ToArray().Should().Equal(before + 1, before, before + 1);
    }

    private static IEnvironmentBatch Batch(Fault fault)
    {
        int made = 0;
        var registry = new EnvironmentRegistry();
        registry.Register(new EnvironmentSpec("Counting-v0"), () => new Counting(made++ == 1 ? fault : Fault.None));
        return registry.MakeBatch("Counting-v0", 3);
    }

    private static IAlgorithm Make(string name, Fault fault)
    {
        IEnvironmentBatch batch = Batch(fault);
        return name switch
        {
            "ppo" => new Ppo(batch, new PpoOptions { RolloutSteps = 60, HiddenSizes = [8] }),
            "a2c" => new A2c(batch, new A2cOptions { RolloutSteps = 60, HiddenSizes = [8] }),
            _ => new Dqn(batch, new DqnOptions { HiddenSizes = [8], LearningStarts = 50, BatchSize = 16, BufferSize = 2000 }),
        };
    }

    public enum Fault
    {
        None,
        Reward,
        Observation,
        FinalObservation,
        Exception,
    }

    // Counts to seven; does something wrong once, after 200 steps.
    private sealed class Counting(Fault fault) : IEnvironment<float[], int>
    {
        public const int Length = 7;

        private int _step;
        private int _steps;
        private Fault _fault = fault;

        public Space<float[]> ObservationSpace { get; } = new Box(0, Length, 1);

        public Space<int> ActionSpace { get; } = new Discrete(2);

        public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
        {
            _step = 0;
            return new ResetResult<float[]>([0], StepInfo.None);
        }

        public StepResult<float[]> Step(int action)
        {
            _step++;
            bool isDue = ++_steps >= 200 && (_step == Length) == (_fault == Fault.FinalObservation);
            Fault due = isDue ? _fault : Fault.None;
            if (isDue)
                _fault = Fault.None;
            if (due == Fault.Exception)
                throw new TimeoutException("simulator");
            float seen = due is Fault.Observation or Fault.FinalObservation ? float.NaN : _step;
            return new StepResult<float[]>([seen], due == Fault.Reward ? double.NaN : 1, Terminated: false, Truncated: _step == Length, StepInfo.None);
        }
    }
}
