namespace Lagom.Rl;

/// <summary>Quantiles of the standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The number that a share of draws lies below.</summary>
    /// <param name="share">The share. Range: above 0, below 1.</param>
    /// <remarks>By bisection of the distribution function, which Simpson's rule integrates: slow and plain; asked for once per figure.</remarks>
    public static double Quantile(double share)
    {
        double low = -40;
        double high = 40;
        while (high - low > 1e-12)
        {
            double middle = (low + high) / 2;
            if (Below(middle) < share)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    private static double Below(double x)
    {
        const int Parts = 2000;
        double end = Math.Clamp(x, -10, 10);
        double step = end / Parts;
        double sum = 0;
        for (int i = 0; i <= Parts; i++)
            sum += (i is 0 or Parts ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-0.5 * (i * step) * (i * step));
        return 0.5 + sum * step / 3 / Math.Sqrt(2 * Math.PI);
    }
}
