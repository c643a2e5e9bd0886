using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace EpidemicInference.Model;

/// <summary>Says whether a Poisson likelihood would do: fits one and compares its residuals with what it claims.</summary>
/// <param name="Beta">β of the best Poisson fit, per day.</param>
/// <param name="Gamma">γ of the best Poisson fit, per day.</param>
/// <param name="PearsonDispersion">Σ (y - μ)²/μ over the degrees of freedom; 1 if the counts scatter as a Poisson variable does.</param>
/// <param name="ChiSquared">Σ (y - μ)²/μ.</param>
/// <param name="DegreesOfFreedom">Days less fitted parameters.</param>
internal sealed record OverdispersionCheck(double Beta, double Gamma, double PearsonDispersion, double ChiSquared, int DegreesOfFreedom)
{
    /// <summary>The probability of at least this χ² if the counts were Poisson.</summary>
    public double PValue => 1 - ChiSquaredDistribution.CumulativeDistribution(ChiSquared);

    private ChiSquared ChiSquaredDistribution => new(DegreesOfFreedom);

    /// <summary>Fits β and γ by maximum likelihood with Poisson counts.</summary>
    public static OverdispersionCheck Run(SirModel sir)
    {
        var expected = new double[SchoolOutbreak.Days];
        (double logBeta, double logGamma) = FindMinimum.OfFunction(
            (b, g) => -LogLikelihood(sir, b, g, expected), Math.Log(2), Math.Log(0.5), tolerance: 1e-8, maxIterations: 2000);

        sir.InfectedPerDay(Math.Exp(logBeta), Math.Exp(logGamma), expected);
        double chiSquared = 0;
        for (int day = 0; day < expected.Length; day++)
        {
            double residual = SchoolOutbreak.InBed[day] - expected[day];
            chiSquared += residual * residual / expected[day];
        }

        int freedom = expected.Length - 2;
        return new OverdispersionCheck(Math.Exp(logBeta), Math.Exp(logGamma), chiSquared / freedom, chiSquared, freedom);
    }

    private static double LogLikelihood(SirModel sir, double logBeta, double logGamma, double[] expected)
    {
        sir.InfectedPerDay(Math.Exp(logBeta), Math.Exp(logGamma), expected);
        double sum = 0;
        for (int day = 0; day < expected.Length; day++)
            sum += CountLikelihood.LogPoisson(SchoolOutbreak.InBed[day], expected[day]);
        return sum;
    }
}
