namespace EpidemicInference.Model;

/// <summary>A normal prior on the logarithm of a positive parameter, cut off where the parameter makes no sense.</summary>
/// <param name="Symbol">The parameter's symbol.</param>
/// <param name="Median">The parameter's median; its logarithm is the mean of the normal.</param>
/// <param name="LogSd">The standard deviation of the logarithm.</param>
/// <param name="Low">The smallest value allowed.</param>
/// <param name="High">The largest value allowed.</param>
internal sealed record Prior(string Symbol, double Median, double LogSd, double Low, double High)
{
    /// <summary>ln of the density of ln parameter, not renormalised for the cut; -∞ outside [Low, High].</summary>
    public double LogDensity(double logValue)
    {
        if (!(logValue >= Math.Log(Low) && logValue <= Math.Log(High)))
            return double.NegativeInfinity;
        double z = (logValue - Math.Log(Median)) / LogSd;
        return -0.5 * z * z - Math.Log(LogSd) - 0.5 * Math.Log(2 * Math.PI);
    }

    /// <summary>The ends of the range that holds 95 % of the normal.</summary>
    public (double Low, double High) Central95() => (Median * Math.Exp(-1.959964 * LogSd), Median * Math.Exp(1.959964 * LogSd));
}
