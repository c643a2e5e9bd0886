namespace ExpUtils;

/// <summary>
/// An interval that holds at least a share β of the distribution that numbers came from, with confidence 1 - α: between two of the numbers.
/// </summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <remarks>
/// ν = ⌊n - q⌋ with the quantile q of the binomial distribution (n, β) at 1 - α; of the sorted numbers, the ν left out are split evenly.
/// <b>Source:</b> Patterson, Neumann, White and White (2024), "Empirical Design in Reinforcement Learning", with order statistics as of Wilks (1941).
/// </remarks>
public readonly record struct ToleranceInterval(double Lower, double Upper)
{
    /// <summary>The interval of some numbers.</summary>
    /// <param name="data">The numbers, NaN left out; at least one.</param>
    /// <param name="alpha">1 minus the confidence. Range: between 0 and 1.</param>
    /// <param name="beta">The share of the distribution. Range: between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no number, or an argument is out of range.</exception>
    public static ToleranceInterval Of(ReadOnlySpan<double> data, double alpha = 0.05, double beta = 0.9)
    {
        double[] sorted = [.. data.ToArray().Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("There is no number.", nameof(data));
        (int lower, int upper) = Positions(sorted.Length, alpha, beta);
        return new ToleranceInterval(sorted[lower], sorted[upper]);
    }

    internal static (int Lower, int Upper) Positions(int count, double alpha, double beta)
    {
        if (!(alpha is > 0 and < 1))
            throw new ArgumentException($"alpha is {alpha}; it must be between 0 and 1.", nameof(alpha));
        if (!(beta is > 0 and < 1))
            throw new ArgumentException($"beta is {beta}; it must be between 0 and 1.", nameof(beta));
        int left = count - Quantile(1 - alpha, count, beta);
        return left % 2 == 0 ? (left / 2, count - (left / 2) - 1) : ((left - 1) / 2, count - ((left - 1) / 2) - 1);
    }

    // The smallest number of successes that the binomial distribution stays at or below with the probability.
    private static int Quantile(double probability, int trials, double success)
    {
        double cumulative = 0;
        double logarithm = trials * Math.Log(1 - success);
        for (int k = 0; k < trials; k++)
        {
            cumulative += Math.Exp(logarithm);
            if (cumulative >= probability)
                return k;
            logarithm += Math.Log((double)(trials - k) / (k + 1)) + Math.Log(success) - Math.Log(1 - success);
        }

        return trials;
    }
}
