using MathNet.Numerics;

namespace EpidemicInference.Model;

/// <summary>Probabilities of counts around an expected number.</summary>
internal static class CountLikelihood
{
    /// <summary>
    /// ln of the negative binomial probability with mean μ and variance μ + μ²/φ; φ → ∞ is the Poisson distribution.
    /// </summary>
    /// <param name="count">The count y. Range: at least 0.</param>
    /// <param name="mean">The mean μ. Range: above 0.</param>
    /// <param name="dispersion">The dispersion φ. Range: above 0.</param>
    public static double LogNegativeBinomial(int count, double mean, double dispersion) =>
        SpecialFunctions.GammaLn(count + dispersion) - SpecialFunctions.GammaLn(dispersion) - SpecialFunctions.FactorialLn(count)
        - dispersion * double.LogP1(mean / dispersion) - count * double.LogP1(dispersion / mean);

    /// <summary>ln of the Poisson probability with mean μ.</summary>
    /// <param name="count">The count y. Range: at least 0.</param>
    /// <param name="mean">The mean μ. Range: above 0.</param>
    public static double LogPoisson(int count, double mean) =>
        count * Math.Log(mean) - mean - SpecialFunctions.FactorialLn(count);
}
