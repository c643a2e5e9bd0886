using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Gradients that go through samples, against closed forms, with fixed seeds.</summary>
public sealed class DistributionReparametrisationTests
{
    private const int Count = 60_000;

    private static IEnumerable<TestCaseData> Cases => DistributionCase.All
        .Where(one => !one.IsDiscrete && one.Kind is not ("NormalMixture" or "VectorMixture" or "HalfCauchy" or "Cauchy")
            && one.Results.TryGetProperty("mean", out _)
            && one.Kind is not ("Pareto" or "FisherSnedecor" or "StudentT"))
        .Select(one => new TestCaseData(one));

    [TestCaseSource(nameof(Cases))]
    public void MeanOfSamples_Gradient_IsThatOfTheMean(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(7);
        Dictionary<string, torch.Tensor> parameters = one.Parameters;
        torch.Tensor[] leaves = [.. parameters.Values.Select(parameter => parameter.requires_grad_())];
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, parameters, generator);
        IList<torch.Tensor> expected = torch.autograd.grad([distribution.mean.sum()], leaves, retain_graph: true, allow_unused: true);
        torch.Tensor sample = distribution.rsample(Count);
        sample.requires_grad.Should().BeTrue();
        IList<torch.Tensor> actual = torch.autograd.grad([sample.mean([0L]).sum()], leaves, allow_unused: true);
        for (int i = 0; i < leaves.Length; i++)
        {
            torch.Tensor wanted = expected[i] is null ? torch.zeros_like(leaves[i]) : expected[i];
            torch.Tensor got = actual[i] is null ? torch.zeros_like(leaves[i]) : actual[i];
            double scale = Math.Max(1, wanted.abs().max().item<double>());
            (got - wanted).abs().max().item<double>().Should().BeLessThan(0.06 * scale, "leaf {0}", i);
        }
    }

    [Test]
    public void NormalSample_Gradients_AreOneAndTheNoise()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor loc = torch.tensor(new[] { 0.4, -1.0 }, requires_grad: true);
        torch.Tensor scale = torch.tensor(new[] { 0.5, 2.0 }, requires_grad: true);
        torch.Tensor sample = Normal(loc, scale).rsample();
        IList<torch.Tensor> gradients = torch.autograd.grad([sample.sum()], [loc, scale]);
        gradients[0].ToArray<double>().Should().Equal(1, 1);
        gradients[1].allclose((sample - loc) / scale, rtol: 1e-12).Should().BeTrue();
    }

    [Test]
    public void DirichletSample_GradientOfSecondMoment_IsTheClosedForm()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(8);
        torch.Tensor concentration = torch.tensor(new[] { 0.7, 1.9, 3.2 }, requires_grad: true);
        TorchSharp.Modules.Dirichlet dirichlet = Dirichlet(concentration, generator);
        torch.Tensor weights = torch.tensor(new[] { 1.0, -2.0, 0.5 });
        torch.Tensor moment = ((dirichlet.variance + dirichlet.mean.square()) * weights).sum();
        double[] expected = torch.autograd.grad([moment], [concentration], retain_graph: true)[0].ToArray<double>();
        torch.Tensor average = (dirichlet.rsample(Count).square().mean([0L]) * weights).sum();
        double[] actual = torch.autograd.grad([average], [concentration])[0].ToArray<double>();
        for (int i = 0; i < 3; i++)
            actual[i].Should().BeApproximately(expected[i], 5e-3);
    }

    [Test]
    public void GammaSample_Gradient_FollowsTheCdf()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor concentration = torch.tensor(new[] { 0.3, 1.7, 9.0 }, requires_grad: true);
        torch.Tensor rate = torch.ones(3, torch.float64);
        torch.Tensor sample = Gamma(concentration, rate).rsample();
        double[] actual = torch.autograd.grad([sample.sum()], [concentration])[0].ToArray<double>();
        // Implicit differentiation: dx/da = -(dF/da) / density, here with dF/da by differences.
        torch.Tensor still = sample.detach();
        TorchSharp.Modules.Gamma gamma = Gamma(concentration.detach(), rate);
        const double step = 1e-5;
        torch.Tensor slope = (torch.special.gammainc(concentration.detach() + step, still)
            - torch.special.gammainc(concentration.detach() - step, still)) / (2 * step);
        double[] expected = (-slope / gamma.log_prob(still).exp()).ToArray<double>();
        for (int i = 0; i < 3; i++)
            actual[i].Should().BeApproximately(expected[i], 1e-3 * Math.Max(1, Math.Abs(expected[i])));
    }

    [Test]
    public void LogProb_OfSaturatedSample_UsesTheInput()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor loc = torch.full([4], 12.0, torch.float32).requires_grad_();
        torch.distributions.Distribution normal = Normal(loc, torch.ones(4));
        var squashed = new TorchSharp.Modules.TransformedDistribution(normal, new transforms.TanhTransform());
        torch.Tensor action = squashed.rsample();
        action.max().item<float>().Should().Be(1, "tanh rounds to 1 there");
        torch.Tensor density = squashed.log_prob(action);
        // log density = log p(x) + 2 x - 2 log 2 with x near 12: above 15; the inverse of 1 gives far less.
        density.min().item<float>().Should().BeGreaterThan(10);
        torch.Tensor gradient = torch.autograd.grad([density.sum()], [loc])[0];
        gradient.allclose(torch.full([4], 2f), rtol: 1e-4).Should().BeTrue();
        squashed.log_prob(action.clone()).max().item<float>().Should().BeLessThan(10, "a copy is not the sample");
    }

    [Test]
    public void LogProb_OfSampleWrittenTo_UsesTheNewValue()
    {
        using var scope = torch.NewDisposeScope();
        var squashed = new TorchSharp.Modules.TransformedDistribution(Normal(0.0), new transforms.TanhTransform());
        torch.Tensor action = squashed.sample();
        action.fill_(0.5);
        squashed.log_prob(action).item<double>().Should().Be(squashed.log_prob(torch.tensor(0.5)).item<double>());
    }
}
