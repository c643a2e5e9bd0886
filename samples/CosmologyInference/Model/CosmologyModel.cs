namespace CosmologyInference.Model;

/// <summary>
/// The posterior of (Ω_m, w, offset): a normal prior on Ω_m, as galaxy surveys give one, flat ones on the others, all within limits; and a normal
/// likelihood of the moduli.
/// </summary>
internal sealed class CosmologyModel(Supernova[] survey)
{
    public const int Dimension = 3;

    public static readonly string[] Names = ["Ωₘ", "w", "ΔM"];

    public const double MatterMean = 0.31;
    public const double MatterDeviation = 0.03;

    private static readonly double[] Low = [0.01, -3, -0.5];
    private static readonly double[] High = [0.8, -0.3, 0.5];

    public IReadOnlyList<Supernova> Survey => survey;

    /// <summary>ln p(θ), cheap; -∞ outside the limits.</summary>
    public static double LogPrior(ReadOnlySpan<double> theta)
    {
        for (int k = 0; k < Dimension; k++)
        {
            if (!(theta[k] >= Low[k] && theta[k] <= High[k]))
                return double.NegativeInfinity;
        }

        double matter = (theta[0] - MatterMean) / MatterDeviation;
        return -0.5 * matter * matter;
    }

    /// <summary>ln p(moduli | θ): one integral per supernova, so this is the expensive part.</summary>
    public double LogLikelihood(double[] theta)
    {
        var universe = new Universe(theta[0], theta[1]);
        double sum = 0;
        foreach (Supernova supernova in survey)
        {
            double deviation = (supernova.Modulus - universe.Modulus(supernova.Redshift) - theta[2]) / supernova.Error;
            sum -= 0.5 * deviation * deviation;
        }

        return sum;
    }
}
