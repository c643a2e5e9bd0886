using CosmologyInference.Model;
using Shared.Tensors;

namespace CosmologyInference.Tests;

public sealed class UniverseTests
{
    [TestCase(0.01)]
    [TestCase(0.5)]
    [TestCase(1.3)]
    public void Modulus_MatterOnly_HasTheClosedForm(double z)
    {
        // Einstein-de Sitter: the integral is 2 (1 - 1/√(1 + z)).
        double distance = (1 + z) * (299792.458 / 70) * 2 * (1 - (1 / Math.Sqrt(1 + z)));
        new Universe(1, -1).Modulus(z).Should().BeApproximately((5 * Math.Log10(distance)) + 25, 1e-9);
    }

    [Test]
    public void Modulus_EmptyOfMatterWithConstant_HasTheClosedForm() =>
        new Universe(0, -1).Modulus(0.7).Should().BeApproximately((5 * Math.Log10(1.7 * 299792.458 / 70 * 0.7)) + 25, 1e-9);

    [Test]
    public void Modulus_DarkEnergy_DimsDistantSupernovae() =>
        new Universe(0.3, -1).Modulus(1).Should().BeGreaterThan(new Universe(1, -1).Modulus(1) + 0.5);

    [Test]
    public void LogLikelihood_OfManySimulatedSupernovae_IsLargestNearTheTruth()
    {
        var model = new CosmologyModel(SimulatedSurvey.Draw(5000, new RandomStream(1)));
        double best = model.LogLikelihood(SimulatedSurvey.Truth);
        best.Should().BeApproximately(-2500, 250, "half of χ², whose deviation is √(2 n) / 2");
        model.LogLikelihood([0.4, -1, 0]).Should().BeLessThan(best - 10);
        model.LogLikelihood([0.3, -0.7, 0]).Should().BeLessThan(best - 10);
        model.LogLikelihood([0.3, -1, 0.05]).Should().BeLessThan(best - 10);
        CosmologyModel.LogPrior([0.9, -1, 0]).Should().Be(double.NegativeInfinity);
    }
}
