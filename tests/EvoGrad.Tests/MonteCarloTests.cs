using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>
/// Estimates from samples against closed forms. Seeds are fixed; every estimate is the mean over many seeds, whose spread gives its standard error, and
/// must lie within 4.5 of them (a chance of 7 in a million for each of the some 100 comparisons).
/// </summary>
public sealed class MonteCarloTests
{
    private const double Allowed = 4.5;

    [TestCase("x", 0)]
    [TestCase("x^2", 0)]
    [TestCase("sin(x)", 0)]
    [TestCase("cos(x)", 0)]
    [TestCase("x^3", 1)]
    [TestCase("sin(x)", 1)]
    [TestCase("exp(x)", 0)]
    public void Of_OneDimension_HasTheExactDerivatives(string name, int setting)
    {
        JsonElement table = Golden.Read("exact_expectations.json").GetProperty("table")[setting];
        JsonElement row = table.GetProperty("rows").EnumerateArray().First(candidate => candidate.Text("f") == name);
        double mu = table.Number("mu"), sigma = table.Number("sigma");
        Func<Tensor, Tensor> f = Function(name);

        double[][] estimates = Estimates(40, seed =>
        {
            Tensor mean = Derivatives.LearntNumber(mu), scale = Derivatives.LearntNumber(sigma);
            NormalPopulation population = Population.Normal(mean, scale);
            using Sample sample = population.Sample(5000, seed);
            Tensor value = Expectation.Of(f(sample.Individuals), sample, population, baseline: Baseline.LeaveOneOut);
            Tensor first = value.By(mean), second = first.By(mean), width = value.By(scale);
            return [value.Number(), first.Number(), second.Number(), second.By(mean).Number(), width.Number(), width.By(scale).Number(), first.By(scale).Number()];
        });

        double expectation = row.Number("E"), bySigmaTwice = name switch
        {
            "x" => 0,
            "x^2" => 2,
            "x^3" => 6 * mu,
            "exp(x)" => (1 + sigma * sigma) * expectation,
            _ => (sigma * sigma - 1) * expectation,
        };
        // d/dσ = σ d²/dμ², so that the mixed derivative is σ times the third.
        double third = row.Number("d3E_dmu3");
        ShouldBeUnbiased(
            name, estimates, [expectation, row.Number("dE_dmu"), row.Number("d2E_dmu2"), third, row.Number("dE_dsigma"), bySigmaTwice, sigma * third]);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Of_FewPairsWithLeaveOneOut_IsUnbiased(bool decoded)
    {
        // E(x² + x) = μ² + σ² + μ. A baseline with the mirror image's value in it would multiply the slope by n/(n − 1) = 4/3.
        const double mu = 0.7, sigma = 0.6;
        double[][] estimates = Estimates(3000, seed =>
        {
            Tensor mean = Derivatives.LearntNumber(mu), scale = Derivatives.LearntNumber(sigma);
            NormalPopulation population = Population.Normal(mean, scale);
            using Sample drawn = population.SamplePairs(4, seed), rebuilt = population.Decode(drawn.Encode());
            Sample sample = decoded ? rebuilt : drawn;
            Tensor value = Expectation.Of(sample.Individuals.square() + sample.Individuals, sample, population, baseline: Baseline.LeaveOneOut);
            Tensor first = value.By(mean);
            return [first.Number(), first.By(mean).Number(), value.By(scale).Number()];
        });
        ShouldBeUnbiased("pairs", estimates, [2 * mu + 1, 2, 2 * sigma]);
    }

    [Test]
    public void Of_FullCovariance_HasTheExactDerivatives()
    {
        // E xᵀAx = μᵀAμ + tr(A L Lᵀ): by μ 2Aμ, by L the lower triangle of 2AL; E sin(aᵀx) = sin(aᵀμ) exp(−|Lᵀa|²/2).
        double[][] a = [[1, 0.5], [0.5, -2]], l = [[0.8, 0], [-0.3, 0.6]];
        double[] mu = [0.4, -0.7], b = [1.2, -0.5];
        double[][] estimates = Estimates(40, seed =>
        {
            Tensor mean = Derivatives.Learnt(mu), factor = Derivatives.Matrix(l, requiresGrad: true);
            FullNormalPopulation population = Population.FullNormal(mean, factor);
            using Sample sample = population.Sample(5000, seed);
            Tensor x = sample.Individuals;
            Tensor quadratic = Expectation.Of((x.matmul(Derivatives.Matrix(a)) * x).sum(1), sample, population, baseline: Baseline.LeaveOneOut);
            Tensor wave = Expectation.Of(x.matmul(tensor(b)).sin(), sample, population, baseline: Baseline.LeaveOneOut);
            Tensor slope = quadratic.By(mean), spread = quadratic.By(factor);
            return [.. slope.Numbers(), .. spread.Numbers(), .. slope[0].By(mean).Numbers(), .. wave.By(mean).Numbers(), .. spread[0, 0].By(factor).Numbers()];
        });

        double phase = b[0] * mu[0] + b[1] * mu[1], u = l[0][0] * b[0] + l[1][0] * b[1], v = l[1][1] * b[1];
        double cosine = Math.Cos(phase) * Math.Exp(-(u * u + v * v) / 2);
        double[] exact =
        [
            2 * (a[0][0] * mu[0] + a[0][1] * mu[1]), 2 * (a[1][0] * mu[0] + a[1][1] * mu[1]),
            2 * (a[0][0] * l[0][0] + a[0][1] * l[1][0]), 0, 2 * (a[1][0] * l[0][0] + a[1][1] * l[1][0]), 2 * a[1][1] * l[1][1],
            2 * a[0][0], 2 * a[0][1],
            b[0] * cosine, b[1] * cosine,
            2 * a[0][0], 0, 2 * a[0][1], 0,
        ];
        ShouldBeUnbiased("full covariance", estimates, exact);
    }

    [Test]
    public void Of_Mixture_HasTheExactDerivatives()
    {
        // E x² = Σ w (μ² + σ²): by μ_k 2 w_k μ_k, by σ 2σ, by a logit w_k (μ_k² − Σ w μ²).
        double[] mu = [-1, 0.5, 2], logits = [0.3, -0.2, 0];
        const double Sigma = 0.4;
        double[][] estimates = Estimates(40, seed =>
        {
            Tensor means = Derivatives.Matrix([.. mu.Select(m => (double[])[m])], requiresGrad: true);
            Tensor sigma = Derivatives.LearntNumber(Sigma), weights = Derivatives.Learnt(logits);
            NormalMixturePopulation population = Population.NormalMixture(means, sigma, weights);
            using Sample sample = population.Sample(5000, seed);
            Tensor value = Expectation.Of(sample.Individuals.square().squeeze(1), sample, population, baseline: Baseline.LeaveOneOut);
            return [value.Number(), .. value.By(means).Numbers(), value.By(sigma).Number(), .. value.By(weights).Numbers()];
        });

        double total = logits.Sum(Math.Exp), second = logits.Zip(mu, (a, m) => Math.Exp(a) / total * m * m).Sum();
        double[] w = [.. logits.Select(a => Math.Exp(a) / total)];
        ShouldBeUnbiased("mixture", estimates, [second + Sigma * Sigma, .. w.Zip(mu, (a, m) => 2 * a * m), 2 * Sigma, .. w.Zip(mu, (a, m) => a * (m * m - second))]);
    }

    [Test]
    public void Of_LowRank_HasTheExactDerivatives()
    {
        // E |x|² = |μ|² + |V|² + |σ|².
        double[] mu = [0.3, -0.5, 0.2], sigma = [0.5, 0.7, 0.4];
        double[][] v = [[0.6], [-0.2], [0.3]];
        double[][] estimates = Estimates(40, seed =>
        {
            Tensor mean = Derivatives.Learnt(mu), directions = Derivatives.Matrix(v, requiresGrad: true), scale = Derivatives.Learnt(sigma);
            LowRankNormalPopulation population = Population.LowRankNormal(mean, directions, scale);
            using Sample sample = population.Sample(5000, seed);
            Tensor value = Expectation.Of(sample.Individuals.square().sum(1), sample, population, baseline: Baseline.LeaveOneOut);
            return [value.Number(), .. value.By(mean).Numbers(), .. value.By(directions).Numbers(), .. value.By(scale).Numbers()];
        });

        double[] numbers = [.. mu, .. v.Select(row => row[0]), .. sigma];
        ShouldBeUnbiased("low rank", estimates, [numbers.Sum(x => x * x), .. numbers.Select(x => 2 * x)]);
    }

    [Test]
    public void Of_DiscretePopulations_HaveTheExactDerivatives()
    {
        double[] logits = [0.4, -1, 0.2];
        double[][] estimates = Estimates(40, seed =>
        {
            Tensor a = Derivatives.Learnt(logits), b = Derivatives.Learnt(logits);
            BernoulliPopulation coins = Population.Bernoulli(a);
            CategoricalPopulation dice = Population.Categorical(b);
            using Sample tossed = coins.Sample(5000, seed), thrown = dice.Sample(5000, seed);
            Tensor ones = Expectation.Of(tossed.Individuals.sum(1), tossed, coins, baseline: Baseline.LeaveOneOut);
            Tensor points = Expectation.Of(thrown.Individuals.type(ScalarType.Float64).square(), thrown, dice, baseline: Baseline.LeaveOneOut);
            return [ones.Number(), .. ones.By(a).Numbers(), points.Number(), .. points.By(b).Numbers()];
        });

        double total = logits.Sum(Math.Exp);
        double[] p = [.. logits.Select(x => 1 / (1 + Math.Exp(-x)))], q = [.. logits.Select(x => Math.Exp(x) / total)];
        double squares = q[1] + 4 * q[2];
        ShouldBeUnbiased("discrete", estimates, [p.Sum(), .. p.Select(x => x * (1 - x)), squares, -q[0] * squares, q[1] * (1 - squares), q[2] * (4 - squares)]);
    }

    [Test]
    public void Of_GammaOfTorch_HasTheExactDerivatives()
    {
        // E x = a/b, E x² = a(a + 1)/b².
        double[][] estimates = Estimates(40, seed =>
        {
            Tensor shape = Derivatives.LearntNumber(2.5), rate = Derivatives.LearntNumber(1.5);
            DistributionPopulation population = Population.From(generator => distributions.Gamma(shape, rate, generator), ("shape", shape), ("rate", rate));
            using Sample sample = population.Sample(5000, seed);
            Tensor value = Expectation.Of(sample.Individuals, sample, population, baseline: Baseline.LeaveOneOut), byShape = value.By(shape);
            return [value.Number(), byShape.Number(), value.By(rate).Number(), byShape.By(rate).Number()];
        });

        ShouldBeUnbiased("gamma", estimates, [2.5 / 1.5, 1 / 1.5, -2.5 / 2.25, -1 / 2.25]);
    }

    [Test]
    public void Estimators_Quadratic_HaveTheKnownVariances()
    {
        JsonElement golden = Golden.Read("estimator_variance.json");
        double mu = golden.Number("mu"), sigma = golden.Number("sigma");
        double[][] slopes = Estimates(3000, seed =>
        {
            Tensor mean = Derivatives.LearntNumber(mu);
            NormalPopulation population = Population.Normal(mean, sigma);
            double Slope(Sample sample, Baseline? baseline)
            {
                using (sample)
                    return Expectation.Of(-(sample.Individuals - 5).square(), sample, population, baseline: baseline).By(mean).Number();
            }

            return
            [
                Slope(population.Sample(100, seed), null), Slope(population.Sample(100, seed), Baseline.Mean),
                Slope(population.Sample(100, seed), Baseline.LeaveOneOut), Slope(population.SamplePairs(100, seed), null),
            ];
        });

        double exact = golden.Number("exact_gradient");
        double[] known = [.. golden.GetProperty("rows").EnumerateArray().Select(row => row.Number("variance"))], means = [exact, exact * 0.99, exact, exact];
        for (int k = 0; k < 4; k++)
        {
            (double mean, double error) = Mean(slopes, k);
            double z = (mean - means[k]) / error, variance = error * error * slopes.Length;
            TestContext.Out.WriteLine($"estimator {k}: mean {mean:F4}, z {z:F2}, variance {variance:F3} (known {known[k]:F3})");
            z.Should().BeInRange(-Allowed, Allowed);
            // The relative error of a variance from 3000 numbers is 2.6 % for normal ones; these are nearly so.
            variance.Should().BeApproximately(known[k], 0.13 * known[k]);
        }
    }

    [Test]
    public void WithControl_KnownExpectation_IsUnbiasedAndLessNoisy()
    {
        double[][] estimates = Estimates(200, seed =>
        {
            Tensor mean = Derivatives.LearntNumber(0.3);
            NormalPopulation population = Population.Normal(mean, 0.5);
            using Sample sample = population.Sample(100, seed);
            Tensor x = sample.Individuals;
            Tensor helped = Expectation.WithControl(x.sin(), x, mean, 1, sample, population), plain = Expectation.Of(x.sin(), sample, population);
            return [helped.Number(), helped.By(mean).Number(), plain.Number(), plain.By(mean).Number()];
        });

        double damping = Math.Exp(-0.125), value = Math.Sin(0.3) * damping, slope = Math.Cos(0.3) * damping;
        ShouldBeUnbiased("control variate", estimates, [value, slope, value, slope]);
        (Mean(estimates, 2).Error / Mean(estimates, 0).Error).Should().BeGreaterThan(4);
        (Mean(estimates, 3).Error / Mean(estimates, 1).Error).Should().BeGreaterThan(2.5);
    }

    [Test]
    public void DrawPathwise_Quadratic_HasTheGradientOfTheSameIndividuals()
    {
        using var scope = NewDisposeScope();
        Tensor mean = Derivatives.Learnt(1, 2), sigma = Derivatives.Learnt(0.5, 0.25);
        NormalPopulation population = Population.Normal(mean, sigma);
        using Sample sample = population.Sample(2000, 5);

        Tensor x = population.DrawPathwise(new IndividualRange(5, 0, 2000));

        x.Numbers().Should().Equal(sample.Individuals.Numbers());
        x.square().sum(1).mean().By(mean).Numbers().ShouldMatch([2, 4], 0.05);
    }

    private static double[][] Estimates(int seeds, Func<long, double[]> estimate)
    {
        var estimates = new double[seeds][];
        for (int seed = 0; seed < seeds; seed++)
        {
            using DisposeScope scope = NewDisposeScope();
            estimates[seed] = estimate(1000 + seed);
        }

        return estimates;
    }

    private static (double Mean, double Error) Mean(double[][] estimates, int column)
    {
        double[] numbers = [.. estimates.Select(row => row[column])];
        double mean = numbers.Average(), squares = numbers.Sum(x => (x - mean) * (x - mean));
        return (mean, Math.Sqrt(squares / (numbers.Length - 1) / numbers.Length));
    }

    private static void ShouldBeUnbiased(string what, double[][] estimates, double[] exact)
    {
        for (int k = 0; k < exact.Length; k++)
        {
            (double mean, double error) = Mean(estimates, k);
            double z = error == 0 ? (mean - exact[k]) * 1e9 : (mean - exact[k]) / error;
            TestContext.Out.WriteLine($"{what} {k}: exact {exact[k]:F5}, estimated {mean:F5} ± {error:F5}, z = {z:F2}");
            z.Should().BeInRange(-Allowed, Allowed, "{0}, quantity {1}: exact {2}, estimated {3}", what, k, exact[k], mean);
        }
    }

    private static Func<Tensor, Tensor> Function(string name) => name switch
    {
        "x" => x => x,
        "x^2" => x => x.square(),
        "x^3" => x => x.pow(3),
        "sin(x)" => x => x.sin(),
        "cos(x)" => x => x.cos(),
        _ => x => x.exp(),
    };
}
