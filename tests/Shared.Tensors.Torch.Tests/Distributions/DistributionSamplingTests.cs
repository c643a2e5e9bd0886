using Shared.Tensors.Distributions;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Samples: their shapes, moments and cumulative distribution, and that a generator's seed decides them.</summary>
public sealed class DistributionSamplingTests
{
    private const int Count = 40_000;

    private static IEnumerable<TestCaseData> Cases => DistributionCase.All.Select(one => new TestCaseData(one));

    private static IEnumerable<TestCaseData> Continuous => DistributionCase.All
        .Where(one => one.Results.TryGetProperty("cdf", out _)).Select(one => new TestCaseData(one));

    // Where the fourth moment is infinite, or far larger than the variance, averages of this many samples say little.
    private static IEnumerable<TestCaseData> WithMoments => DistributionCase.All
        .Where(one => one.Results.TryGetProperty("variance", out _)
            && one.Kind is not ("Pareto" or "FisherSnedecor" or "StudentT" or "LogNormal" or "Categorical"))
        .Select(one => new TestCaseData(one));

    [TestCaseSource(nameof(Cases))]
    public void Sample_OfShape_HasSampleBatchAndEventShape(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
        long[] expected = [5, 2, .. distribution.batch_shape, .. distribution.event_shape];
        torch.Tensor sample = distribution.sample(5, 2);
        sample.shape.Should().Equal(expected);
        distribution.log_prob(sample).shape.Should().Equal([5, 2, .. distribution.batch_shape]);
        distribution.log_prob(sample).isfinite().all().item<bool>().Should().BeTrue();
        distribution.sample().shape.Should().Equal(expected[2..]);
        sample.requires_grad.Should().BeFalse();
    }

    [TestCaseSource(nameof(Cases))]
    public void Sample_WithGeneratorOfOneSeed_IsTheSame(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        double[] Draw(ulong seed)
        {
            using var generator = new torch.Generator(seed);
            return DistributionFactory.Make(one.Kind, one.Parameters, generator).sample(20).@double().ToArray<double>();
        }
        double[] first = Draw(11);
        torch.manual_seed(99);
        Draw(11).Should().Equal(first);
        Draw(12).Should().NotEqual(first);
    }

    [TestCaseSource(nameof(Continuous))]
    public void Sample_OfMany_FollowsTheCdf(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(3);
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters, generator);
        torch.Tensor uniform = distribution.cdf(distribution.sample(Count)).reshape(Count, -1).sort(0).Item1;
        torch.Tensor ranks = (torch.arange(Count, torch.float64) + 0.5).unsqueeze(-1) / Count;
        // The Kolmogorov-Smirnov distance passes 1.95 / sqrt(n) in one of a thousand fair tries; the seed is fixed.
        (uniform - ranks).abs().max().item<double>().Should().BeLessThan(2.2 / Math.Sqrt(Count));
    }

    [TestCaseSource(nameof(WithMoments))]
    public void Sample_OfMany_HasTheMomentsOfTheDistribution(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(4);
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters, generator);
        torch.Tensor variance = distribution.variance;
        torch.Tensor sample = distribution.sample(Count);
        // A nearly certain value differs too rarely to be measured.
        torch.Tensor measurable = variance.isfinite().logical_and(variance.gt(0.01));
        torch.Tensor error = ((sample.mean([0L]) - distribution.mean) / (variance / Count).sqrt()).masked_select(measurable);
        torch.Tensor spread = (sample.var(0L) / variance - 1).masked_select(measurable);
        if (error.numel() == 0)
            return;
        error.abs().max().item<double>().Should().BeLessThan(4.5, "the mean's error in standard errors");
        spread.abs().max().item<double>().Should().BeLessThan(0.08, "the relative error of the variance");
    }

    [Test]
    public void CategoricalSample_OfMany_HasTheFrequencies()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(5);
        torch.Tensor weights = torch.tensor(new[] { 1.0, 2.0, 5.0, 0.0 });
        torch.Tensor sample = torch.distributions.Categorical(weights, generator: generator).sample(Count);
        for (int i = 0; i < 4; i++)
        {
            double frequency = sample.eq(i).type(torch.float64).mean().item<double>();
            frequency.Should().BeApproximately(weights[i].item<double>() / 8, 0.01);
        }
        sample.dtype.Should().Be(torch.int64);
    }

    [Test]
    public void MultivariateNormalSample_OfMany_HasTheCovariance()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(6);
        torch.Tensor covariance = torch.tensor(new[] { 2, 0.6, 0.6, 0.5 }, [2, 2]);
        var normal = new MultivariateNormal(torch.tensor(new[] { 1.0, -1.0 }), covariance, generator: generator);
        torch.Tensor centred = normal.sample(Count) - normal.mean;
        torch.Tensor actual = centred.mT.matmul(centred) / Count;
        actual.allclose(covariance, rtol: 0, atol: 0.04).Should().BeTrue();
        normal.Covariance.allclose(covariance, rtol: 1e-12).Should().BeTrue();
        normal.Precision.matmul(covariance).allclose(torch.eye(2, dtype: torch.float64), atol: 1e-12).Should().BeTrue();
    }

    [Test]
    public void EnumerateSupport_OfDiscrete_HasProbabilityOne()
    {
        using var scope = torch.NewDisposeScope();
        foreach (DistributionCase one in DistributionCase.All.Where(one => one.Kind is "Bernoulli" or "Binomial" or "Categorical" or "OneHotCategorical"))
        {
            torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
            torch.Tensor values = distribution.enumerate_support();
            values.shape[1..].Should().Equal([.. distribution.batch_shape, .. distribution.event_shape]);
            torch.Tensor sum = distribution.log_prob(values).exp().sum([0L]);
            sum.allclose(torch.ones_like(sum), rtol: 1e-12).Should().BeTrue(one.Name);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Expand_OverLargerBatch_GivesTheSameLogProb(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
        torch.distributions.Distribution expanded = distribution.expand((long[])[4, .. distribution.batch_shape]);
        expanded.GetType().Should().Be(distribution.GetType());
        expanded.batch_shape.Shape.Should().Equal([4, .. distribution.batch_shape]);
        expanded.event_shape.Shape.Should().Equal(distribution.event_shape.Shape);
        torch.Tensor sample = expanded.sample(3);
        sample.shape.Should().Equal([3, 4, .. distribution.batch_shape, .. distribution.event_shape]);
        expanded.log_prob(sample).allclose(distribution.log_prob(sample), rtol: 1e-12).Should().BeTrue();
    }
}
