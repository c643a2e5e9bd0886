using EpidemicInference.Model;
using MathNet.Numerics.Distributions;

namespace EpidemicInference.Tests.Model;

public sealed class EpidemicModelTests
{
    [Test]
    public void InBed_Data_AreThePublishedCounts()
    {
        SchoolOutbreak.InBed.ToArray().Should().Equal(3, 8, 26, 76, 225, 298, 258, 233, 189, 128, 68, 29, 14, 4);
        SchoolOutbreak.Population.Should().Be(763);
    }

    [Test]
    public void LogPrior_InsideTheLimits_IsASumOfNormals()
    {
        double expected = Normal.PDFLn(0, 1.5, 0.4) + Normal.PDFLn(0, 1.5, -0.7) + Normal.PDFLn(Math.Log(10), 1.5, 2);
        EpidemicModel.LogPrior([0.4, -0.7, 2]).Should().BeApproximately(expected, 1e-12);
    }

    [TestCase(3.1, 0, 2)]
    [TestCase(0, -4.7, 2)]
    [TestCase(0, 0, 9)]
    [TestCase(double.NaN, 0, 2)]
    public void LogPrior_OutsideTheLimits_IsMinusInfinity(double logBeta, double logGamma, double logPhi) =>
        EpidemicModel.LogPrior([logBeta, logGamma, logPhi]).Should().Be(double.NegativeInfinity);

    [Test]
    public void LogLikelihood_CornersOfThePrior_IsFinite()
    {
        var model = new EpidemicModel();
        Prior[] priors = [.. EpidemicModel.Priors];
        for (int corner = 0; corner < 8; corner++)
        {
            double[] theta = [.. priors.Select((prior, i) => Math.Log((corner >> i & 1) == 0 ? prior.Low : prior.High))];
            double.IsFinite(model.LogLikelihood(theta)).Should().BeTrue("the corner ({0}) is allowed", string.Join(", ", theta));
        }
    }

    [Test]
    public void LogLikelihood_PublishedValues_BeatsOthers()
    {
        var model = new EpidemicModel();
        double best = model.LogLikelihood([Math.Log(1.73), Math.Log(0.54), Math.Log(10)]);
        best.Should().BeGreaterThan(model.LogLikelihood([Math.Log(1.3), Math.Log(0.54), Math.Log(10)]) + 3);
        best.Should().BeGreaterThan(model.LogLikelihood([Math.Log(1.73), Math.Log(1.0), Math.Log(10)]) + 3);
    }

    [Test]
    public void OverdispersionCheck_TheseData_RejectsPoisson()
    {
        OverdispersionCheck check = OverdispersionCheck.Run(new EpidemicModel().Sir);
        check.DegreesOfFreedom.Should().Be(12);
        check.PearsonDispersion.Should().BeGreaterThan(4);
        check.PearsonDispersion.Should().BeApproximately(check.ChiSquared / 12, 1e-12);
        check.PValue.Should().BeLessThan(1e-6);
        (check.Beta / check.Gamma).Should().BeInRange(3, 4);
    }
}
