using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>The ratio against differences of densities, and against the exact answer through an inner step.</summary>
public sealed class ConsistencyTests
{
    [TestCase("normal")]
    [TestCase("log")]
    [TestCase("full")]
    [TestCase("low rank")]
    [TestCase("mixture")]
    [TestCase("coins")]
    [TestCase("dice")]
    public void Of_FixedIndividuals_EqualsCentralDifferencesOfDensities(string kind)
    {
        const double Step = 1e-5;
        using DisposeScope scope = NewDisposeScope();
        IPopulation population = Make(kind);
        using Sample sample = population.Sample(40, 3);
        Tensor values = (sample.Individuals.type(float64).reshape(40, -1) + 0.3).sin().sum(1);
        Tensor drawn = population.LogProbability(sample.Individuals).detach();

        Tensor value = Expectation.Of(values, sample, population);

        // All gradients first: the shifts change what the graph holds.
        (string Name, Tensor Parameter, double[] Gradient)[] gradients =
            [.. population.Parameters.Where(pair => pair.Value.requires_grad).Select(pair => (pair.Key, pair.Value, value.By(pair.Value).Numbers()))];
        foreach ((string name, Tensor parameter, double[] gradient) in gradients)
        {
            double Shifted(long element, double by)
            {
                using IDisposable still = no_grad();
                parameter.view(-1)[element] += by;
                double mean = (values * (population.LogProbability(sample.Individuals) - drawn).exp()).mean().Number();
                parameter.view(-1)[element] -= by;
                return mean;
            }

            for (long i = 0; i < gradient.Length; i++)
                gradient[i].Should().BeApproximately((Shifted(i, Step) - Shifted(i, -Step)) / (2 * Step), 1e-7, "of {0}[{1}]", name, i);
        }
    }

    [Test]
    public void Of_ThroughAnInnerStepOfManyIndividuals_ApproachesTheExactDerivative()
    {
        // f = −(x − 2)², μ = 0.5, rate 0.1: μ' = 0.8 and d outer/d μ = −2 (0.8 − 2) (1 − 0.2) = 1.92; first order only would give 2.4.
        const int Seeds = 60;
        var results = new double[Seeds];
        for (int seed = 0; seed < Seeds; seed++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor mean = Derivatives.LearntNumber(0.5);
            NormalPopulation before = Population.Normal(mean, 0.4);
            using Sample inner = before.SamplePairs(4000, 2 * seed);
            Tensor slope = Expectation.Of(-(inner.Individuals - 2).square(), inner, before, baseline: Baseline.LeaveOneOut).By(mean);
            NormalPopulation after = Population.Normal(mean + slope * 0.1, 0.4);
            using Sample outer = after.SamplePairs(4000, 2 * seed + 1);
            results[seed] = Expectation.Of(-(outer.Individuals - 2).square(), outer, after, baseline: Baseline.LeaveOneOut).By(mean).Number();
        }

        double average = results.Average(), error = Math.Sqrt(results.Sum(r => (r - average) * (r - average)) / (Seeds - 1) / Seeds), z = (average - 1.92) / error;
        TestContext.Out.WriteLine($"{average:F4} ± {error:F4}, z = {z:F2}");
        z.Should().BeInRange(-4, 4);
        error.Should().BeLessThan(0.05);
    }

    private static IPopulation Make(string kind) => kind switch
    {
        "normal" => Population.Normal(Derivatives.Learnt(0, 1, 2), Derivatives.Learnt(0.5, 0.7, 1)),
        "log" => Population.NormalWithLogScale(Derivatives.Learnt(0, 1, 2), Derivatives.LearntNumber(-0.2)),
        "full" => Population.FullNormal(Derivatives.Learnt(0, 1), Derivatives.Matrix([[1, 0], [0.5, 2]], requiresGrad: true)),
        "low rank" => Population.LowRankNormal(
            Derivatives.Learnt(0, 1, 2), Derivatives.Matrix([[1, 0], [0.5, 0.3], [2, 1]], requiresGrad: true), Derivatives.Learnt(1, 2, 3)),
        "mixture" => Population.NormalMixture(
            Derivatives.Matrix([[0, 0], [1, 2], [-1, 0]], requiresGrad: true), Derivatives.LearntNumber(0.8), Derivatives.Learnt(0, 1, 2)),
        "coins" => Population.Bernoulli(Derivatives.Matrix([[0.1, -2, 1], [0, 3, -1]], requiresGrad: true)),
        _ => Population.Categorical(Derivatives.Matrix([[0.1, -2, 1], [0, 3, -1]], requiresGrad: true)),
    };
}
