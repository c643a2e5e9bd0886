using EpidemicInference.Model;
using MathNet.Numerics.Distributions;

namespace EpidemicInference.Tests.Model;

public sealed class CountLikelihoodTests
{
    [TestCase(0, 2.5, 1)]
    [TestCase(7, 2.5, 1)]
    public void LogNegativeBinomial_DispersionOne_IsGeometric(int count, double mean, double dispersion)
    {
        // φ = 1: P(y) = (1 - q) q^y with q = μ / (1 + μ).
        double q = mean / (1 + mean);
        CountLikelihood.LogNegativeBinomial(count, mean, dispersion).Should().BeApproximately(Math.Log(1 - q) + count * Math.Log(q), 1e-12);
    }

    [TestCase(3, 5.0, 2.7)]
    [TestCase(298, 240.0, 11.0)]
    public void LogNegativeBinomial_Anywhere_AgreesWithMathNet(int count, double mean, double dispersion) =>
        CountLikelihood.LogNegativeBinomial(count, mean, dispersion).Should()
            .BeApproximately(NegativeBinomial.PMFLn(dispersion, dispersion / (dispersion + mean), count), 1e-9);

    [Test]
    public void LogNegativeBinomial_AllCounts_HasTheMeanAndVarianceStated()
    {
        double total = 0, mean = 0, square = 0;
        for (int count = 0; count < 2000; count++)
        {
            double probability = Math.Exp(CountLikelihood.LogNegativeBinomial(count, 20, 4));
            total += probability;
            mean += count * probability;
            square += (double)count * count * probability;
        }

        total.Should().BeApproximately(1, 1e-9);
        mean.Should().BeApproximately(20, 1e-7);
        (square - mean * mean).Should().BeApproximately(20 + 20 * 20 / 4.0, 1e-5);
    }

    [Test]
    public void LogNegativeBinomial_LargeDispersion_ApproachesPoisson() =>
        CountLikelihood.LogNegativeBinomial(12, 9, 1e7).Should().BeApproximately(CountLikelihood.LogPoisson(12, 9), 1e-5);

    [Test]
    public void LogNegativeBinomial_MeanNearZero_StaysFinite() =>
        double.IsFinite(CountLikelihood.LogNegativeBinomial(298, 1e-120, 10)).Should().BeTrue();

    [TestCase(0, 3.0)]
    [TestCase(4, 3.0)]
    public void LogPoisson_SmallCounts_IsTheFormula(int count, double mean)
    {
        double factorial = Enumerable.Range(1, count).Aggregate(1.0, (product, k) => product * k);
        CountLikelihood.LogPoisson(count, mean).Should().BeApproximately(Math.Log(Math.Pow(mean, count) * Math.Exp(-mean) / factorial), 1e-12);
    }
}
