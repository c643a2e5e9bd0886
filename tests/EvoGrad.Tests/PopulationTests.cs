using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>Samples, codes and pairs, for every kind of population.</summary>
public sealed class PopulationTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Open() => _scope = NewDisposeScope();

    [TearDown]
    public void Close() => _scope.Dispose();

    private static IPopulation Make(string kind) => kind switch
    {
        "normal" => Population.Normal(Derivatives.Learnt(0, 1, 2), 0.5),
        "single" => Population.Normal(zeros(2, 35), 0.5),
        "number" => Population.Normal(Derivatives.LearntNumber(0), 0.5),
        "log" => Population.NormalWithLogScale(Derivatives.Learnt(0, 1, 2), Derivatives.Learnt(0, -1, 1)),
        "full" => Population.FullNormal(Derivatives.Learnt(0, 1), Derivatives.Matrix([[1, 0], [0.5, 2]])),
        "low rank" => Population.LowRankNormal(Derivatives.Learnt(0, 1, 2), Derivatives.Matrix([[1], [0.5], [2]]), Derivatives.Learnt(1, 2, 3)),
        "mixture" => Population.NormalMixture(Derivatives.Matrix([[0, 0], [5, 5], [-5, 5]]), Derivatives.LearntNumber(0.1), Derivatives.Learnt(0, 1, 2)),
        "coins" => Population.Bernoulli(Derivatives.Matrix([[0.1, -2, 1], [0, 3, -1]])),
        "dice" => Population.Categorical(Derivatives.Matrix([[0.1, -2, 1], [0, 3, -1]])),
        "torch" when Derivatives.Learnt(1.5, 2) is var shape => Population.From(g => distributions.Gamma(shape, tensor(1.0), g), ("shape", shape)),
        _ => new Own(Derivatives.LearntNumber(2)),
    };

    [TestCase("normal")]
    [TestCase("single")]
    [TestCase("number")]
    [TestCase("log")]
    [TestCase("full")]
    [TestCase("low rank")]
    [TestCase("mixture")]
    [TestCase("coins")]
    [TestCase("dice")]
    [TestCase("torch")]
    [TestCase("own")]
    public void Decode_EncodedIndividuals_GivesThemBack(string kind)
    {
        IPopulation population = Make(kind);
        using Sample sample = population.IsSymmetric ? population.SamplePairs(200, 17) : population.Sample(200, 17);

        EncodedIndividual[] codes = sample.Encode();
        using Sample again = population.Decode(codes), some = population.Decode([codes[150], codes[3], codes[4], codes[70]]);

        again.Individuals.Numbers().Should().Equal(sample.Individuals.Numbers());
        again.Encode().Should().Equal(codes);
        some.Individuals[0].Numbers().Should().Equal(sample.Individuals[150].Numbers());
        some.Individuals[2].Numbers().Should().Equal(sample.Individuals[4].Numbers());
        population.Decode(codes[199]).Numbers().Should().Equal(sample.Individuals[199].Numbers());
        population.Decode(codes[199]).shape.Should().Equal(population.IndividualShape);
        Unsafe.SizeOf<EncodedIndividual>().Should().BeLessThanOrEqualTo(24);
        using Sample shorter = population.Sample(10, 17), other = population.Sample(200, 18);
        shorter.Individuals.Numbers().Should().Equal(sample.Individuals[TensorIndex.Slice(0, 10)].Numbers());
        other.Individuals.Numbers().Should().NotEqual(sample.Individuals.Numbers());
        sample.Individuals.requires_grad.Should().BeFalse();
        population.LogProbability(sample.Individuals).shape.Should().Equal(200);
    }

    [Test]
    public void SamplePairs_Normal_ReflectsTheFirstHalf()
    {
        NormalPopulation population = Population.Normal(tensor([1.0, -2]), 0.5);
        using Sample sample = population.SamplePairs(6, 4), plain = population.Sample(3, 4);

        double[] x = sample.Individuals.Numbers(), first = plain.Individuals.Numbers();
        for (int i = 0; i < 6; i++)
        {
            x[i].Should().Be(first[i]);
            x[i + 6].Should().BeApproximately(2 * (i % 2 == 0 ? 1 : -2) - first[i], 1e-12);
        }

        sample.Encode(4).Should().Be(new EncodedIndividual(4, 1, -1));
    }

    [Test]
    public void LogProbability_LowRank_EqualsThatOfTheFullCovariance()
    {
        Tensor mean = Derivatives.Learnt(0, 1, 2), directions = Derivatives.Matrix([[1, 0.2], [0.5, -1], [2, 0.3]]), sigma = Derivatives.Learnt(1, 0.5, 0.7);
        Tensor x = Derivatives.Matrix([[0.1, 0.5, 3], [1, -1, 2]]);

        Tensor covariance = directions.matmul(directions.t()) + sigma.square().diag();
        Tensor full = Population.FullNormal(mean, linalg.cholesky(covariance)).LogProbability(x);

        Population.LowRankNormal(mean, directions, sigma).LogProbability(x).Numbers().ShouldMatch(full.Numbers());
    }

    [Test]
    public void Of_IndependentSearches_HaveTheirOwnGradients()
    {
        Tensor mean = Derivatives.Learnt(0.5, -1, 2);
        var population = new DistributionPopulation(
            g => distributions.Normal(mean, tensor(0.5), g), new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = mean }, searches: 1);
        using Sample sample = population.Sample(300, 3);
        Tensor fitness = sample.Individuals.square();

        Tensor value = Expectation.Of(fitness, sample, population);

        value.shape.Should().Equal(3);
        value.sum().By(mean).Numbers().ShouldMatch(((sample.Individuals - mean.detach()) * 4 * fitness).mean([0]).Numbers());
    }

    [Test]
    public void ExponentialStep_FullNormal_FollowsTheFormulas()
    {
        Tensor mean = tensor([0.5, -1.0]), factor = Derivatives.Matrix([[0.8, 0], [0.3, 0.6]]);
        FullNormalPopulation population = Population.FullNormal(mean, factor);
        using Sample sample = population.Sample(50, 3);
        Tensor utilities = FitnessShaping.NesUtilities.Shape(-sample.Individuals.square().sum(1)), before = factor.clone(), start = mean.clone();
        Tensor z = (sample.Individuals - start).matmul(before.inverse().t());
        Tensor spread = (z.t() * utilities).matmul(z) / 50 - eye(2, 2, float64) * utilities.mean();

        NaturalGradient.ExponentialStep(population, sample, utilities, 0.7, 0.2);

        mean.Numbers().ShouldMatch((start + before.matmul((z * utilities.unsqueeze(1)).mean([0])) * 0.7).Numbers());
        factor.matmul(factor.t()).Numbers().ShouldMatch(before.matmul(linalg.matrix_exp(spread * 0.2)).matmul(before.t()).Numbers());
        factor[0, 1].Number().Should().Be(0);
    }

    [Test]
    public void Apply_FullNormal_DoesNotDependOnTheFactor()
    {
        // The natural gradient of the covariance is mean f (x − μ)(x − μ)ᵀ − Σ mean f, whatever factor describes it.
        Tensor mean = Derivatives.Learnt(0.5, -1), factor = Derivatives.Matrix([[0.8, 0], [0.3, 0.6]], requiresGrad: true);
        FullNormalPopulation population = Population.FullNormal(mean, factor);
        using Sample sample = population.Sample(50, 3);
        Tensor fitness = sample.Individuals.sin().sum(1), difference = sample.Individuals - mean.detach();

        Expectation.Of(fitness, sample, population).backward();
        NaturalGradient.Apply(population);

        Tensor l = factor.detach(), step = Shared.Tensors.TensorExtensions.Gradient(factor)!;
        Tensor covariance = (difference.t() * fitness).matmul(difference) / 50 - l.matmul(l.t()) * fitness.mean();
        (step.matmul(l.t()) + l.matmul(step.t())).Numbers().ShouldMatch(covariance.Numbers());
        Shared.Tensors.TensorExtensions.Gradient(mean)!.Numbers().ShouldMatch((difference * fitness.unsqueeze(1)).mean([0]).Numbers());
    }

    /// <summary>An exponential distribution by hand: a user's own population.</summary>
    private sealed class Own(Tensor rate) : IPopulation
    {
        public IReadOnlyDictionary<string, Tensor> Parameters { get; } = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["rate"] = rate };

        public IReadOnlyList<long> IndividualShape => [];

        public bool IsSymmetric => false;

        public Tensor Draw(IndividualRange range) =>
            tensor([.. Enumerable.Range(0, range.Count).Select(i => -Math.Log(1 - range.Stream(i).NextDouble()) / rate.Number())]);

        public Tensor LogProbability(Tensor individuals) => rate.log() - rate * individuals;
    }
}
