using System.Text.Json;
using Shared.Tensors.Distributions;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Densities, moments, cumulative functions and divergences against Python's torch.distributions, in double precision.</summary>
public sealed class DistributionValueTests
{
    private static IEnumerable<TestCaseData> Cases => DistributionCase.All.SelectMany(one =>
        one.Results.EnumerateObject().Select(result => new TestCaseData(one, result.Name)));

    private static IEnumerable<TestCaseData> Pairs => DistributionCase.Pairs.Select((pair, index) =>
        new TestCaseData(pair).SetArgDisplayNames($"{pair.GetProperty("p").GetString()}, {pair.GetProperty("q").GetString()} #{index}"));

    [TestCaseSource(nameof(Cases))]
    public void Member_OfDistribution_GivesPythonsValue(DistributionCase one, string member)
    {
        using var scope = torch.NewDisposeScope();
        torch.distributions.Distribution distribution = DistributionFactory.Make(one.Kind, one.Parameters);
        torch.Tensor actual = member switch
        {
            "log_prob" => distribution.log_prob(one.Values),
            "entropy" => distribution.entropy(),
            "cdf" => distribution.cdf(one.Values),
            "icdf" => distribution.icdf(DistributionCase.Probabilities),
            "mean" => distribution.mean,
            "variance" => distribution.variance,
            "stddev" => distribution.stddev,
            "mode" => distribution.mode,
            _ => throw new InvalidDataException(member),
        };
        AreEqual(actual, one.Results.GetProperty(member));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Divergence_OfPair_GivesPythonsValue(JsonElement pair)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor actual = KullbackLeibler.Divergence(
            DistributionFactory.Make(pair.GetProperty("p").GetString()!, DistributionCase.ReadAll(pair.GetProperty("pParameters"))),
            DistributionFactory.Make(pair.GetProperty("q").GetString()!, DistributionCase.ReadAll(pair.GetProperty("qParameters"))));
        AreEqual(actual, pair.GetProperty("divergence"));
    }

    [Test]
    public void Divergence_OfUnknownPair_NamesBoth() => FluentActions
        .Invoking(() => KullbackLeibler.Divergence(torch.distributions.Normal(0.0), torch.distributions.Poisson(1.0)))
        .Should().Throw<NotSupportedException>().WithMessage("*Normal*Poisson*");

    [Test]
    public void Divergence_OfOneDistributionFromItself_IsZero()
    {
        using var scope = torch.NewDisposeScope();
        foreach (JsonElement pair in DistributionCase.Pairs)
        {
            torch.distributions.Distribution p =
                DistributionFactory.Make(pair.GetProperty("p").GetString()!, DistributionCase.ReadAll(pair.GetProperty("pParameters")));
            KullbackLeibler.Divergence(p, p).abs().max().item<double>().Should().BeLessThan(1e-13, p.GetType().Name);
        }
    }

    [Test]
    public void NormalLogProb_FarInTheTail_IsExact()
    {
        using var scope = torch.NewDisposeScope();
        TorchSharp.Modules.Normal standard = torch.distributions.Normal(0.0);
        standard.log_prob(torch.tensor(50.0)).item<double>().Should().BeApproximately(-1250 - 0.5 * Math.Log(2 * Math.PI), 1e-11);
        standard.cdf(torch.tensor(-30.0)).item<double>().Should().BeApproximately(4.906713927148187e-198, 1e-208);
        standard.icdf(torch.tensor(1e-100)).item<double>().Should().BeApproximately(-21.273453560965, 1e-9);
    }

    [Test]
    public void TanhJacobian_FarFromZero_DoesNotUnderflow()
    {
        using var scope = torch.NewDisposeScope();
        var transform = new torch.distributions.transforms.TanhTransform();
        torch.Tensor x = torch.tensor(new[] { -300.0, 40.0 });
        transform.log_abs_det_jacobian(x, transform.forward(x)).ToArray<double>()
            .Should().Equal([2 * Math.Log(2) - 600, 2 * Math.Log(2) - 80], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Test]
    public void PoissonCdf_IsTheSumOfProbabilities()
    {
        using var scope = torch.NewDisposeScope();
        TorchSharp.Modules.Poisson poisson = torch.distributions.Poisson(2.7);
        double sum = poisson.log_prob(torch.arange(5, torch.float64)).exp().sum().item<double>();
        poisson.cdf(torch.tensor(4.6)).item<double>().Should().BeApproximately(sum, 1e-14);
    }

    private static void AreEqual(torch.Tensor actual, JsonElement expected)
    {
        actual.shape.Should().Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()));
        double[] numbers = actual.@double().ToArray<double>();
        double[] wanted = DistributionCase.Numbers(expected);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (double.IsFinite(wanted[i]))
                numbers[i].Should().BeApproximately(wanted[i], 1e-10 * Math.Max(1e-2, Math.Abs(wanted[i])), "element {0}", i);
            else
                numbers[i].Should().Be(wanted[i], "element {0}", i);
        }
    }
}
