using Shared.Tensors.Distributions;
using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Distributions leave no tensor behind, and lose none that they need.</summary>
[NonParallelizable]
public sealed class DistributionLifetimeTests
{
    private static IEnumerable<TestCaseData> Cases => DistributionCase.All.Select(one => new TestCaseData(one));

    [SetUp]
    public void Collect()
    {
        Garbage.Collect();
    }

    [TestCaseSource(nameof(Cases))]
    public void UseInScope_LeavesNoTensor(DistributionCase one)
    {
        long before = TensorRuntime.LiveTensors;
        for (int i = 0; i < 3; i++)
        {
            using var scope = torch.NewDisposeScope();
            torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
            torch.Tensor sample = distribution.sample(2);
            distribution.log_prob(sample);
            distribution.expand((long[])[2, .. distribution.batch_shape]).sample();
        }
        // Numbers that a transform holds are its own until it is collected.
        Collect();
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [TestCaseSource(nameof(Cases))]
    public void InnerScope_TakesNothingFromTheDistribution(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
        double[]? first = null;
        for (int i = 0; i < 2; i++)
        {
            using var inner = torch.NewDisposeScope();
            distribution.sample(2);
            double[] density = distribution.log_prob(one.Values).ToArray<double>();
            (first ??= density).Should().Equal(density);
        }
    }

    [Test]
    public void SampleAndLogProb_WithUsing_LeaveNoTensor()
    {
        using torch.Tensor loc = torch.zeros(3), scale = torch.ones(3);
        TorchSharp.Modules.Normal normal = Normal(loc, scale);
        TorchSharp.Modules.Independent vector = Independent(normal, 1);
        long before = TensorRuntime.LiveTensors;
        for (int i = 0; i < 1000; i++)
        {
            using torch.Tensor sample = vector.rsample(4);
            using torch.Tensor density = vector.log_prob(sample);
            using torch.Tensor entropy = vector.entropy();
            using torch.Tensor mean = normal.mean;
            using torch.Tensor cumulative = normal.cdf(sample);
        }
        TensorRuntime.LiveTensors.Should().Be(before);
        loc.IsInvalid.Should().BeFalse();
    }

    [Test]
    public void DistributionMadeInScope_OfOuterParameters_OutlivesIt()
    {
        using torch.Tensor loc = torch.zeros(3), scale = torch.ones(1), weights = torch.ones(3);
        TorchSharp.Modules.Normal normal;
        TorchSharp.Modules.Categorical categorical;
        using (torch.NewDisposeScope())
        {
            normal = Normal(loc, scale);
            categorical = Categorical(weights);
            categorical.logits.Dispose();
        }
        using torch.Tensor sample = normal.sample();
        using torch.Tensor density = categorical.log_prob(torch.tensor(1L));
        density.item<float>().Should().BeApproximately(-MathF.Log(3), 1e-6f);
    }

    [Test]
    public void LazyParameter_FirstAskedForWithoutGradient_StillHasIt()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor logits = torch.zeros(3).requires_grad_();
        TorchSharp.Modules.Categorical categorical = Categorical(logits: logits);
        using (torch.NewDisposeScope())
            categorical.sample();
        categorical.entropy().requires_grad.Should().BeTrue();
        categorical.probs.requires_grad.Should().BeTrue();
    }

    [Test]
    public void Divergence_WithUsing_LeavesNoTensor()
    {
        using torch.Tensor loc = torch.zeros(3), scale = torch.ones(3);
        TorchSharp.Modules.Normal p = Normal(loc, scale), q = Normal(scale, scale);
        long before = TensorRuntime.LiveTensors;
        KullbackLeibler.Divergence(p, q).Dispose();
        TensorRuntime.LiveTensors.Should().Be(before);
    }
}
