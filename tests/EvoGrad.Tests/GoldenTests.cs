using System.Text.Json;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>Every golden file of expectations over given samples.</summary>
public sealed class GoldenTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Open() => _scope = NewDisposeScope();

    [TearDown]
    public void Close() => _scope.Dispose();

    [Test]
    public void Of_ValuesWithTheirOwnParameter_PassesBothGradients()
    {
        JsonElement golden = Golden.Read("value_and_score.json");
        Tensor mean = Derivatives.LearntNumber(golden.Number("mu")), t = Derivatives.LearntNumber(golden.Number("t"));
        using Sample sample = Sample.Of(tensor(golden.GetProperty("samples").Numbers()));

        Tensor value = Expectation.Of((sample.Individuals * t).sin() + t.square(), sample, Population.Normal(mean, golden.Number("sigma")));

        Tensor byMean = value.By(mean);
        value.Number().Should().BeApproximately(golden.Number("expectation"), 1e-12);
        byMean.Number().Should().BeApproximately(golden.Number("d_mu"), 1e-12);
        value.By(t).Number().Should().BeApproximately(golden.Number("d_t"), 1e-12);
        byMean.By(t).Number().Should().BeApproximately(golden.Number("d_mu_d_t"), 1e-12);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-2)]
    public void Of_OtherAxis_AveragesAlongIt(int axis)
    {
        JsonElement golden = Golden.Read("dim_argument.json");
        Tensor mean = Derivatives.LearntNumber(golden.Number("mu"));
        NormalPopulation population = Population.Normal(mean, golden.Number("sigma"));
        using Sample sample = Sample.Of(tensor(golden.GetProperty("samples").Numbers()));
        double[] numbers = [.. golden.GetProperty("values").EnumerateArray().SelectMany(row => row.Rows()).SelectMany(row => row)];
        Tensor values = tensor(numbers, [sample.Count, sample.Count, 3]);

        Tensor result = Expectation.Of(values, sample, population, axis);

        string name = axis == 0 ? "dim0" : "dim1";
        result.shape.Should().Equal(sample.Count, 3);
        result.Numbers().ShouldMatch(golden.GetProperty(name).Rows().SelectMany(row => row));
        double[] wanted = [.. golden.GetProperty(name + "_dmu").Rows().SelectMany(row => row)];
        for (int i = 0; i < wanted.Length; i++)
            result.flatten()[i].By(mean).Number().Should().BeApproximately(wanted[i], 1e-9);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Of_NestedInAnother_HasBothTerms(int index)
    {
        JsonElement golden = Golden.Read("nested_entropy.json").GetProperty("cases")[index];
        Tensor mean = Derivatives.LearntNumber(golden.Number("mu"));
        NormalPopulation population = Population.Normal(mean, golden.Number("sigma"));
        using Sample sample = Sample.Of(tensor(golden.GetProperty("samples").Numbers()));
        Tensor b = tensor(golden.GetProperty("behaviours").Numbers());
        Tensor kernel = (-(b.unsqueeze(0) - b.unsqueeze(1)).square() / Math.Pow(golden.Number("kernel_sigma"), 2)).exp();

        Tensor density = Expectation.Of(kernel, sample, population);
        Tensor entropy = Expectation.Of(-density.log(), sample, population);

        kernel.Numbers().ShouldMatch(golden.GetProperty("kernel").Rows().SelectMany(row => row));
        density.Numbers().ShouldMatch(golden.GetProperty("density").Numbers());
        double[] slopes = golden.GetProperty("d_density_d_mu").Numbers();
        for (int j = 0; j < slopes.Length; j++)
            density[j].By(mean).Number().Should().BeApproximately(slopes[j], 1e-9);
        entropy.Number().Should().BeApproximately(golden.Number("entropy"), 1e-12);
        entropy.By(mean).Number().Should().BeApproximately(golden.Number("d_entropy_d_mu"), 1e-9);
    }

    [Test]
    public void OverOthers_Pairs_LeaveTheMirrorImageOutToo()
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0.5), 1);
        using Sample sample = population.SamplePairs(6, 1);
        Tensor pairs = arange(36, dtype: ScalarType.Float64).reshape([6, 6]);
        Expectation.OverOthers(pairs, sample, population).Numbers()
            .Should().Equal(Enumerable.Range(0, 6).Select(j => Enumerable.Range(0, 6).Where(i => i % 3 != j % 3).Average(i => 6.0 * i + j)), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Test]
    public void OverOthers_Kernel_LeavesTheIndividualOut()
    {
        Tensor mean = Derivatives.LearntNumber(0);
        NormalPopulation population = Population.Normal(mean, 1);
        using Sample sample = Sample.Of(tensor([1.0, -2, 0.5]));
        Tensor pairs = Derivatives.Matrix([[100, 2, 3], [5, 100, 7], [11, 13, 100]]);

        Tensor result = Expectation.OverOthers(pairs, sample, population);

        result.Numbers().ShouldMatch([8, 7.5, 5]);
        result[0].By(mean).Number().Should().BeApproximately((5 * -2 + 11 * 0.5) / 2, 1e-12);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Of_Mixture_HasTheGradientsOfAllParameters(int index)
    {
        JsonElement golden = Golden.Read("mixture.json").GetProperty("cases")[index];
        Tensor means = Derivatives.Matrix(golden.GetProperty("mus").Rows(), requiresGrad: true);
        Tensor sigma = Derivatives.LearntNumber(golden.Number("sigma")), logits = Derivatives.Learnt(golden.GetProperty("logits").Numbers());
        NormalMixturePopulation population = Population.NormalMixture(means, sigma, logits);
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));

        Tensor value = Expectation.Of(tensor(golden.GetProperty("values").Numbers()), sample, population);

        value.Number().Should().BeApproximately(golden.Number("expectation"), 1e-12);
        population.LogProbability(sample.Individuals).Numbers().ShouldMatch(golden.GetProperty("log_prob").Numbers());
        population.Responsibilities(sample.Individuals).Numbers().ShouldMatch(golden.GetProperty("responsibilities").Rows().SelectMany(row => row));
        value.By(means).Numbers().ShouldMatch(golden.GetProperty("grad_mus").Rows().SelectMany(row => row));
        value.By(sigma).Number().Should().BeApproximately(golden.Number("grad_sigma"), 1e-9);
        value.By(logits).Numbers().ShouldMatch(golden.GetProperty("grad_logits").Numbers());
    }

    [Test]
    public void Of_FullCovariance_HasTheGradientsOfMeanAndFactor()
    {
        JsonElement golden = Golden.Read("full_covariance.json");
        Tensor mean = Derivatives.Learnt(golden.GetProperty("mu").Numbers()), factor = Derivatives.Matrix(golden.GetProperty("L").Rows(), requiresGrad: true);
        FullNormalPopulation population = Population.FullNormal(mean, factor);
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));

        Tensor value = Expectation.Of(tensor(golden.GetProperty("values").Numbers()), sample, population);

        population.LogProbability(sample.Individuals).Numbers().ShouldMatch(golden.GetProperty("log_prob").Numbers());
        value.By(mean).Numbers().ShouldMatch(golden.GetProperty("grad_mu").Numbers());
        value.By(factor).Numbers().ShouldMatch(golden.GetProperty("grad_L").Rows().SelectMany(row => row));
    }

    [Test]
    public void Of_LeaveOneOutBaseline_IsRightAtEveryOrder()
    {
        JsonElement golden = Golden.Read("baseline.json");
        Tensor mean = Derivatives.LearntNumber(golden.Number("mu"));
        NormalPopulation population = Population.Normal(mean, golden.Number("sigma"));
        using Sample sample = Sample.Of(tensor(golden.GetProperty("samples").Numbers()));
        Tensor values = tensor(golden.GetProperty("values").Numbers());

        foreach (Baseline baseline in (Baseline[])[Baseline.LeaveOneOut, Baseline.Of(tensor(golden.GetProperty("baseline").Numbers()))])
        {
            Tensor value = Expectation.Of(values, sample, population, baseline: baseline), first = value.By(mean);
            value.Number().Should().BeApproximately(golden.Number("expectation"), 1e-12);
            first.Number().Should().BeApproximately(golden.Number("grad"), 1e-9);
            first.By(mean).Number().Should().BeApproximately(golden.Number("second"), 1e-9);
        }

        Tensor plain = Expectation.Of(values, sample, population).By(mean);
        plain.Number().Should().BeApproximately(golden.Number("grad_without"), 1e-9);
        plain.By(mean).Number().Should().BeApproximately(golden.Number("second_without"), 1e-9);
    }

    [Test]
    public void ImportanceWeights_OtherParameters_ReweighTheSample()
    {
        JsonElement golden = Golden.Read("importance.json");
        Tensor mean = Derivatives.Learnt(golden.GetProperty("mu1").Numbers());
        NormalPopulation drawn = Population.Normal(tensor(golden.GetProperty("mu0").Numbers()), golden.Number("sigma0"));
        NormalPopulation wanted = Population.Normal(mean, golden.Number("sigma1"));
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));
        Tensor values = tensor(golden.GetProperty("values").Numbers());

        using var weights = new ImportanceWeights(sample, wanted, drawn.LogProbability(sample.Individuals));

        weights.Ratio.Numbers().ShouldMatch(golden.GetProperty("ratio").Numbers());
        weights.EffectiveSampleSize.Should().BeApproximately(golden.Number("ess"), 1e-9);
        weights.Expectation(values, selfNormalized: true).Number().Should().BeApproximately(golden.Number("self_normalised"), 1e-12);
        Tensor estimate = weights.Expectation(values);
        estimate.Number().Should().BeApproximately(golden.Number("estimate"), 1e-12);
        estimate.By(mean).Numbers().ShouldMatch(golden.GetProperty("grad_mu1").Numbers());
        using var cut = new ImportanceWeights(sample, wanted, drawn.LogProbability(sample.Individuals), largest: 1);
        cut.Ratio.Numbers().Max().Should().Be(1);
    }

    [Test]
    public void Of_ThroughAnInnerStep_IncludesTheSecondDerivative()
    {
        JsonElement golden = Golden.Read("inner_step.json");
        double sigma = golden.Number("sigma");
        Tensor mean = Derivatives.LearntNumber(golden.Number("mu"));
        using Sample inner = Sample.Of(tensor(golden.GetProperty("inner_samples").Numbers()));

        Tensor slope = Expectation.Of(tensor(golden.GetProperty("inner_values").Numbers()), inner, Population.Normal(mean, sigma)).By(mean);
        Tensor theta = mean + slope * golden.Number("alpha");
        using Sample outer = Sample.Of((tensor(golden.GetProperty("eps_outer").Numbers()) * sigma + theta).detach());
        Tensor value = Expectation.Of(-(outer.Individuals - golden.Number("centre")).square(), outer, Population.Normal(theta, sigma));

        slope.Number().Should().BeApproximately(golden.Number("inner_grad"), 1e-9);
        slope.By(mean).Number().Should().BeApproximately(golden.Number("inner_second"), 1e-9);
        outer.Individuals.Numbers().ShouldMatch(golden.GetProperty("outer_samples").Numbers());
        value.Number().Should().BeApproximately(golden.Number("outer_value"), 1e-12);
        value.By(theta).Number().Should().BeApproximately(golden.Number("outer_grad"), 1e-9);
        value.By(mean).Number().Should().BeApproximately(golden.Number("d_outer_d_mu"), 1e-9);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void NaturalGradient_Diagonal_IsTheFisherScaledOne(bool isLog)
    {
        JsonElement golden = Golden.Read("natural_gradient.json");
        double[] sigma = golden.GetProperty("sigma").Numbers();
        Tensor mean = Derivatives.Learnt(golden.GetProperty("mu").Numbers());
        Tensor scale = Derivatives.Learnt(isLog ? [.. sigma.Select(s => Math.Log(s))] : sigma);
        NormalPopulation population = isLog ? Population.NormalWithLogScale(mean, scale) : Population.Normal(mean, scale);
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));

        Expectation.Of(tensor(golden.GetProperty("values").Numbers()), sample, population).backward();
        mean.Gradient()!.Numbers().ShouldMatch(golden.GetProperty("grad_mu").Numbers());
        NaturalGradient.Apply(population);

        mean.Gradient()!.Numbers().ShouldMatch(golden.GetProperty("natural_mu").Numbers());
        scale.Gradient()!.Numbers().ShouldMatch(golden.GetProperty(isLog ? "natural_log_sigma" : "natural_sigma").Numbers());
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void FitnessShaping_GivenFitness_MatchesTheReference(int index)
    {
        JsonElement golden = Golden.Read("fitness_shaping.json").GetProperty("cases")[index];
        Tensor fitness = tensor(golden.GetProperty("fitness").Numbers());

        FitnessShaping.NesUtilities.Shape(fitness).Numbers().ShouldMatch(golden.GetProperty("nes_utility").Numbers());
        FitnessShaping.CenteredRank.Shape(fitness).Numbers().ShouldMatch(golden.GetProperty("centred_rank").Numbers());
        FitnessShaping.Standardize.Shape(fitness).Numbers().ShouldMatch(golden.GetProperty("standardised").Numbers());
    }
}
