using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>The trainer's gradient without a graph against autograd's.</summary>
public sealed class TrainerGradientTests
{
    public enum Scale
    {
        Fixed,
        Isotropic,
        Diagonal,
        LogIsotropic,
        LogDiagonal,
    }

    [Test]
    public void Step_ClosedForm_EqualsAutograd(
        [Values] Scale scale, [Values] bool antithetic, [Values(1, 3, 37)] int dimension, [Values(1, 600, 1 << 20)] long batchBytes)
    {
        using DisposeScope scope = NewDisposeScope();
        (NormalPopulation population, Parameter mean, Parameter? spread) = Make(scale, dimension, ScalarType.Float64);
        double[] before = mean.Numbers(), spreadBefore = spread?.Numbers() ?? [];
        using EvolutionGradient trainer = Trainer(population, antithetic, batchBytes, threads: 2);

        using Sample sample = trainer.Ask();
        Tensor value = Expectation.Of(Wave(sample.Individuals), sample, population, baseline: Baseline.LeaveOneOut);
        double[] byMean = value.By(mean).Numbers(), bySpread = spread is null ? [] : value.By(spread).Numbers();
        trainer.Step();

        // A step of SGD with rate 1 upwards.
        mean.Numbers().Zip(before, (now, then) => now - then).ShouldMatch(byMean, 1e-11);
        if (spread is not null)
            spread.Numbers().Zip(spreadBefore, (now, then) => now - then).ShouldMatch(bySpread, 1e-11);
    }

    [TestCase(1)]
    [TestCase(100)]
    [TestCase(5000)]
    public void Step_SinglePrecision_EqualsAutogradToItsPrecision(int dimension)
    {
        using DisposeScope scope = NewDisposeScope();
        (NormalPopulation population, Parameter mean, _) = Make(Scale.Diagonal, dimension, ScalarType.Float32);
        Tensor spread = population.Scale;
        double[] before = mean.Numbers(), spreadBefore = spread.Numbers();
        using EvolutionGradient trainer = Trainer(population, antithetic: false, 1 << 18, threads: 2);

        using Sample sample = trainer.Ask();
        Tensor value = Expectation.Of(Wave(sample.Individuals), sample, population, baseline: Baseline.LeaveOneOut);
        double[] byMean = value.By(mean).Numbers(), bySpread = value.By(spread).Numbers();
        trainer.Step();

        // Seven digits of fitness leave fewer of its differences among individuals.
        mean.Numbers().Zip(before, (now, then) => now - then).ShouldMatch(byMean, 1e-4);
        spread.Numbers().Zip(spreadBefore, (now, then) => now - then).ShouldMatch(bySpread, 1e-4);
    }

    [TestCase(1, 1L << 20)]
    [TestCase(1, 5000L)]
    [TestCase(3000, 1L << 20)]
    [TestCase(3000, 1L << 24)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(int dimension, long batchBytes)
    {
        using DisposeScope scope = NewDisposeScope();
        double[][] results = [.. ((int[])[1, 2, 16]).Select(threads =>
        {
            (NormalPopulation population, Parameter mean, Parameter? spread) = Make(Scale.LogDiagonal, dimension, ScalarType.Float64);
            using EvolutionGradient trainer = Trainer(population, antithetic: true, batchBytes, threads);
            trainer.Run(3);
            return (double[])[.. mean.Numbers(), .. spread!.Numbers()];
        })];

        results[1].Should().Equal(results[0]);
        results[2].Should().Equal(results[0]);
    }

    [Test]
    public void Step_OtherPopulations_UseTheirScore([Values] bool antithetic, [Values(1, 1 << 20)] long batchBytes)
    {
        using DisposeScope scope = NewDisposeScope();
        var mean = new Parameter(tensor([0.3, -0.4]));
        var factor = new Parameter(Derivatives.Matrix([[0.8, 0], [0.3, 0.6]]));
        FullNormalPopulation population = Population.FullNormal(mean, factor);
        double[] before = [.. mean.Numbers(), .. factor.Numbers()];
        using EvolutionGradient trainer = Trainer(population, antithetic, batchBytes, threads: 1);

        using Sample sample = trainer.Ask();
        Tensor value = Expectation.Of(Wave(sample.Individuals), sample, population, baseline: Baseline.LeaveOneOut);
        double[] gradient = [.. value.By(mean).Numbers(), .. value.By(factor).Numbers()];
        trainer.Step();

        ((double[])[.. mean.Numbers(), .. factor.Numbers()]).Zip(before, (now, then) => now - then).ShouldMatch(gradient, 1e-11);
    }

    [Test]
    public void Tell_FitnessComputedElsewhere_EqualsStep()
    {
        using DisposeScope scope = NewDisposeScope();
        (NormalPopulation one, Parameter mean, _) = Make(Scale.Fixed, 3, ScalarType.Float64);
        (NormalPopulation other, Parameter otherMean, _) = Make(Scale.Fixed, 3, ScalarType.Float64);
        using EvolutionGradient stepping = Trainer(one, antithetic: true, 1 << 20, threads: 1), told = Trainer(other, antithetic: true, 1 << 20, threads: 1);

        for (int i = 0; i < 3; i++)
        {
            stepping.Step();
            using Sample sample = told.Ask();
            told.Tell(Wave(sample.Individuals).Numbers());
        }

        otherMean.Numbers().Should().Equal(mean.Numbers());
        told.History.Should().Equal(stepping.History);
    }

    [Test]
    public void Tell_AfterGoingBack_UsesTheNoiseOfItsGeneration()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "back.safetensors");
        (NormalPopulation population, Parameter mean, _) = Make(Scale.Fixed, 3, ScalarType.Float64);
        using EvolutionGradient search = Trainer(population, antithetic: false, 1 << 20, threads: 1);
        search.Save(path);
        search.Step();
        double[] expected = mean.Numbers();
        using Sample later = search.Ask();
        search.Tell(Wave(later.Individuals).Numbers());

        search.Load(path);
        using Sample first = search.Ask();
        search.Tell(Wave(first.Individuals).Numbers());
        mean.Numbers().Should().Equal(expected);
    }

    private static Tensor Wave(Tensor x) => x.sin().mean([1]) + x.square().mean([1]) * 0.3;

    private static EvolutionGradient Trainer(IPopulation population, bool antithetic, long batchBytes, int threads) => new(
        population, Fitness.Batched(Wave), new EvolutionGradientOptions
        {
            PopulationSize = 50,
            Seed = 11,
            Antithetic = antithetic,
            BatchBytes = batchBytes,
            Threads = threads,
            Shaping = FitnessShaping.None,
            Optimizer = parameters => optim.SGD(parameters, 1),
        });

    private static (NormalPopulation Population, Parameter Mean, Parameter? Spread) Make(Scale scale, int dimension, ScalarType type)
    {
        var mean = new Parameter((arange(dimension, dtype: ScalarType.Float64) * (3.0 / dimension) - 1).type(type));
        double[] sigma = [.. Enumerable.Range(0, dimension).Select(d => 0.5 + 0.3 * d / dimension)];
        return scale switch
        {
            Scale.Fixed => (Population.Normal(mean, 0.7), mean, null),
            Scale.Isotropic when new Parameter(tensor(0.7, type)) is var p => (Population.Normal(mean, p), mean, p),
            Scale.Diagonal when new Parameter(tensor(sigma, type)) is var p => (Population.Normal(mean, p), mean, p),
            Scale.LogIsotropic when new Parameter(tensor([-0.3], type)) is var p => (Population.NormalWithLogScale(mean, p), mean, p),
            _ when new Parameter(tensor(sigma, type).log()) is var p => (Population.NormalWithLogScale(mean, p), mean, p),
            _ => throw new ArgumentOutOfRangeException(nameof(scale)),
        };
    }
}
