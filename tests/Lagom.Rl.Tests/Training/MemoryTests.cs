using System.Diagnostics;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests;

/// <summary>A run takes as much memory after a million steps as after its first ones, evaluations, logs and checkpoints included.</summary>
public sealed class MemoryTests
{
    private const int Pieces = 10;

    [TestCase("ppo", 1_000_000, Category = "Long")]
    [TestCase("ppo-recurrent", 200_000, Category = "Long")]
    [TestCase("dqn", 1_000_000, Category = "Long")]
    [TestCase("sac", 1_000_000, Category = "Long")]
    [TestCase("ppo", 60_000)]
    [TestCase("dqn", 60_000)]
    public void Run_ManySteps_MemoryStaysFlat(string name, int steps)
    {
        set_num_threads(1);
        using var folder = new TemporaryFolder();
        using IAlgorithm algorithm = Make(name, steps);
        string id = algorithm is Sac ? "Pendulum-v1" : "CartPole-v1";
        var loop = new TrainingLoop(algorithm, new EnvironmentRegistry(), id, new TrainingOptions(steps)
        {
            Folder = folder["run"], EvaluateEvery = steps / 50, EvaluationEpisodes = 2, CheckpointEvery = steps / Pieces, RecordVideo = false, WriteReport = false,
        });
        var use = new List<Use>();
        loop.CheckpointSaved += (_, _) => use.Add(Use.Now());

        loop.Run();

        use.Should().HaveCount(Pieces);
        TestContext.Out.WriteLine(string.Join(Environment.NewLine, use));
        // Buffers are full, code is compiled and the allocators have what they need after three tenths. A kept object or tensor for each
        // update, rollout or episode would show: there are ten thousand and more of them.
        Use early = use[2], late = use[^1];
        late.Tensors.Should().Be(early.Tensors);
        (late.Managed - early.Managed).Should().BeLessThan(1_000_000);
        (late.Resident - early.Resident).Should().BeLessThan(30_000_000);
    }

    private static IAlgorithm Make(string name, int steps)
    {
        var registry = new EnvironmentRegistry();
        return name switch
        {
            "ppo" => new Ppo(registry.MakeBatch("CartPole-v1", 4), new PpoOptions { Seed = 1, HiddenSizes = [16], TotalSteps = steps }),
            "ppo-recurrent" => new Ppo(registry.MakeBatch("CartPole-v1", 4), new PpoOptions { Seed = 1, HiddenSizes = [16], RecurrentUnits = 8, Epochs = 1, TotalSteps = steps }),
            "dqn" => new Dqn(
                registry.MakeBatch("CartPole-v1", 1),
                new DqnOptions { Seed = 1, HiddenSizes = [16], BatchSize = 32, BufferSize = 10_000, TrainFrequency = 16, Prioritized = true, Dueling = true, TotalSteps = steps }),
            _ => new Sac(
                registry.MakeBatch("Pendulum-v1", 1),
                new SacOptions { Seed = 1, HiddenSizes = [16], BatchSize = 32, BufferSize = 10_000, TrainFrequency = 16, TotalSteps = steps }),
        };
    }

    private readonly record struct Use(long Tensors, long Managed, long Resident)
    {
        public static Use Now()
        {
            Garbage.Collect();
            using Process process = Process.GetCurrentProcess();
            return new Use(TensorRuntime.LiveTensors, GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
        }
    }
}
