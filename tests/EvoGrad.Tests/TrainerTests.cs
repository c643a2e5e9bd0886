using System.Diagnostics;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>What a search promises beside its gradient.</summary>
public sealed class TrainerTests
{
    [Test]
    public void Run_Quadratic_FindsTheOptimum([Values] Goal goal, [Values] GradientKind gradient)
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0, -1.0]));
        var logSigma = new Parameter(tensor(-0.7));
        double sign = goal == Goal.Maximize ? -1 : 1;
        using var trainer = new EvolutionGradient(
            Population.NormalWithLogScale(mean, logSigma), Fitness.Batched(x => (x - 3).square().sum(1) * sign),
            new() { Goal = goal, Gradient = gradient, Antithetic = true, Optimizer = p => gradient == GradientKind.Natural ? optim.SGD(p, 0.1) : optim.Adam(p, 0.05) });

        GenerationReport last = trainer.Run(400)!.Value;

        mean.Numbers().Should().AllSatisfy(m => m.Should().BeApproximately(3, 0.1));
        logSigma.Number().Should().BeLessThan(-1.5);
        trainer.Generation.Should().Be(400);
        trainer.History.Should().HaveCount(400);
        (last.BestSoFar * sign).Should().BeInRange(0, 0.01);
        ((trainer.BestIndividual! - 3).square().sum().Number() * sign).Should().BeApproximately(trainer.BestFitness, 1e-12);
    }

    [Test]
    public void Step_ConstantFitness_ChangesNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0]));
        using var trainer = new EvolutionGradient(Population.Normal(mean, 0.5), Fitness.PerIndividual(_ => 200.1));

        trainer.Run(5)!.Value.GradientNorm.Should().Be(0);

        mean.Number().Should().Be(1);
    }

    [TestCase(1)]
    [TestCase(4)]
    public void Step_FitnessThrows_PassesUnwrappedAndGoesOn(int threads)
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0]));
        bool fails = false;
        Fitness fitness = Fitness.PerIndividual(x => fails && x[0] > 1 ? throw new TimeZoneNotFoundException($"{x[0]}") : -x[0] * x[0]);
        using var trainer = new EvolutionGradient(Population.Normal(mean, 0.5), fitness, new() { Threads = threads });
        trainer.Step();
        double before = mean.Number();
        using Sample sample = trainer.Ask();
        double first = sample.Individuals.Numbers().First(x => x > 1);

        fails = true;
        trainer.Invoking(t => t.Step()).Should().Throw<TimeZoneNotFoundException>().WithMessage($"{first}");
        fails = false;

        mean.Number().Should().Be(before);
        trainer.Step().Generation.Should().Be(1);
        mean.Number().Should().NotBe(before);
    }

    [Test]
    public void Step_Cancelled_ChangesNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0]));
        using var source = new CancellationTokenSource();
        int calls = 0;
        using var trainer = new EvolutionGradient(Population.Normal(mean, 0.5), Fitness.PerIndividual(x =>
        {
            if (Interlocked.Increment(ref calls) == 250)
                source.Cancel();
            return x[0];
        }), new() { Threads = 2 });

        trainer.Invoking(t => t.Run(10, cancellationToken: source.Token)).Should().Throw<OperationCanceledException>();

        trainer.Generation.Should().Be(2);
        trainer.History.Should().HaveCount(2);
        trainer.Run(1)!.Value.Generation.Should().Be(2);
    }

    [Test]
    public void Step_FitnessNotFinite_ThrowsOrTakesTheWorst()
    {
        using DisposeScope scope = NewDisposeScope();
        Fitness fitness = Fitness.Batched(x => x.sum(1).log());
        using var strict = new EvolutionGradient(Population.Normal(new Parameter(tensor([0.5])), 0.5), fitness);
        using var lenient = new EvolutionGradient(
            Population.Normal(new Parameter(tensor([0.5])), 0.5), fitness, new() { NonFiniteFitness = NonFiniteFitness.TakeWorst });

        strict.Invoking(t => t.Step()).Should().Throw<NotFiniteNumberException>().WithMessage("The value of individual * is NaN*");

        strict.Generation.Should().Be(0);
        double.IsFinite(lenient.Step().MeanFitness).Should().BeTrue();
    }

    [Test]
    public void Simulated_AnyThreads_DrawsTheSameNumbers()
    {
        double[] results = [.. ((int[])[1, 2, 16]).Select(threads =>
        {
            using DisposeScope scope = NewDisposeScope();
            var mean = new Parameter(tensor([1.0]));
            Fitness fitness = Fitness.Simulated((x, stream) => -x[0] * x[0] + stream.NextNormal());
            using var trainer = new EvolutionGradient(Population.Normal(mean, 0.5), fitness, new() { Threads = threads, BatchBytes = 100 });
            trainer.Run(5);
            return mean.Number();
        })];

        results[1].Should().Be(results[0]);
        results[2].Should().Be(results[0]);
    }

    [Test]
    public void Load_SavedSearch_GoesOnAsIfItHadNotStopped()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "search.safetensors");
        (EvolutionGradient through, Parameter mean) = Make(seed: 5);
        (EvolutionGradient stopped, Parameter _) = Make(seed: 5);
        (EvolutionGradient resumed, Parameter other) = Make(seed: 5);
        through.Run(20);
        stopped.Run(12);
        stopped.Save(path);

        resumed.Load(path);
        resumed.Generation.Should().Be(12);
        resumed.BestIndividual!.Numbers().Should().Equal(stopped.BestIndividual!.Numbers());
        resumed.Run(8);

        other.Numbers().Should().Equal(mean.Numbers());
        resumed.History.Should().Equal(through.History);
        resumed.BestFitness.Should().Be(through.BestFitness);
        (EvolutionGradient foreign, Parameter unchanged) = Make(seed: 6);
        foreign.Invoking(t => t.Load(path)).Should().Throw<InvalidDataException>().WithMessage("*seed 5*this one has 6*");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^9]);
        foreign.Invoking(t => t.Load(path)).Should().Throw<InvalidDataException>();
        unchanged.Numbers().Should().Equal(1, 1, 1);
        foreach (EvolutionGradient trainer in (EvolutionGradient[])[through, stopped, resumed, foreign])
            trainer.Dispose();
        File.Delete(path);
    }

    [TestCase("null", "*state is damaged*")]
    [TestCase("{", "*state is damaged*")]
    [TestCase("", "*best*shape [2]*")]
    public void Load_ChangedFile_IsRefusedAndChangesNothing(string state, string message)
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"changed-{state.Length}.safetensors");
        (EvolutionGradient saved, Parameter _) = Make(seed: 5);
        saved.Run(2);
        saved.Save(path);
        var tensors = new Dictionary<string, Tensor>(Safetensors.Load(path), StringComparer.Ordinal);
        var metadata = new Dictionary<string, string>(Safetensors.LoadMetadata(path), StringComparer.Ordinal);
        if (state.Length > 0)
            metadata["evograd"] = state;
        else
            tensors["best"] = ones(2, float64);
        Safetensors.Save(path, tensors, metadata);
        (EvolutionGradient other, Parameter mean) = Make(seed: 5);

        other.Invoking(search => search.Load(path)).Should().Throw<InvalidDataException>().WithMessage(message);

        mean.Numbers().Should().Equal(1, 1, 1);
        other.Generation.Should().Be(0);
        saved.Dispose();
        other.Dispose();
        File.Delete(path);
    }

    [Test]
    public void Step_ConstraintThrows_GenerationIsDoneAndTheSearchGoesOn()
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0]));
        int calls = 0;
        using var search = new EvolutionGradient(Population.Normal(mean, 0.5), Fitness.Batched(x => -x.square().sum(1)), new()
        {
            Constrain = () => throw (++calls == 1 ? new TimeoutException("mine") : new NotSupportedException()),
        });
        long before = TensorRuntime.LiveTensors;
        search.Invoking(one => one.Step()).Should().Throw<TimeoutException>().WithMessage("mine");
        search.Generation.Should().Be(1);
        search.History.Should().ContainSingle();
        search.BestFitness.Should().Be(search.History[0].BestFitness);
        search.Invoking(one => one.Step()).Should().Throw<NotSupportedException>();
        search.History.Select(report => report.Generation).Should().Equal(0, 1);
        TensorRuntime.LiveTensors.Should().BeLessThanOrEqualTo(before + 2, "only the best individual and the gradient are kept");
    }

    [Test]
    public void Run_TenThousandSteps_KeepsNoTensorsAndNoMemory()
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([1.0f, 2, 3]));
        var logSigma = new Parameter(tensor(0f));
        NormalPopulation population = Population.NormalWithLogScale(mean, logSigma);
        using var trainer = new EvolutionGradient(
            population, Fitness.Batched(x => -x.square().sum(1)), new() { PopulationSize = 20, KeepHistory = false, Optimizer = p => optim.Adam(p, 1e-4) });
        using var optimizer = optim.SGD([mean], 1e-4);
        void Steps(int count)
        {
            trainer.Run(count);
            for (int step = 0; step < count; step++)
            {
                using DisposeScope inner = NewDisposeScope();
                using Sample x = population.Sample(20, step);
                optimizer.zero_grad();
                Expectation.Of(x.Individuals.sum(1), x, population, baseline: Baseline.LeaveOneOut).backward();
                optimizer.step();
            }
        }

        Steps(500);
        Garbage.Collect();
        long tensors = TensorRuntime.LiveTensors, memory = Resident();
        Steps(10_000);

        TensorRuntime.LiveTensors.Should().Be(tensors);
        ((Resident() - memory) / 1e6).Should().BeLessThan(20, "megabytes");
    }

    [Test]
    public void Step_LargeSearch_StaysBelowAHundredMegabytes()
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(zeros(10_000));
        using var trainer = new EvolutionGradient(
            Population.Normal(mean, 0.1), Fitness.Batched(x => -x.square().sum(1)), new() { PopulationSize = 2000, KeepHistory = false });
        long memory = Resident();
        trainer.Step();
        trainer.Step();

        // The individuals alone would take 80 MB, in the graph of autograd several times as much; the bound scales to 10 000 individuals unchanged.
        ((Resident() - memory) / 1e6).Should().BeLessThan(60, "megabytes");
    }

    private static long Resident()
    {
        Garbage.Collect();
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static (EvolutionGradient Trainer, Parameter Mean) Make(long seed)
    {
        var mean = new Parameter(tensor([1.0, 1, 1]));
        return (new EvolutionGradient(
            Population.Normal(mean, 0.3), Fitness.Batched(x => -x.square().sum(1)), new() { Seed = seed, Optimizer = p => optim.Adam(p, 0.02) }), mean);
    }
}
