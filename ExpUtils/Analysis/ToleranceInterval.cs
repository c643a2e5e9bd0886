namespace ExpUtils;

/// <summary>
/// An interval that holds at least a share β of the distribution that numbers came from, with confidence 1 - α: between two of the numbers.
/// </summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Confidence">
/// With which probability such an interval holds the share β, whatever the distribution; exact where it is continuous. It is less than 1 - α only where there
/// are too few numbers for that, and the interval is from the least to the largest: with β = 0.9, 10 numbers come to 0.26, and 0.95 takes 46.
/// </param>
/// <remarks>
/// ν = ⌊n - q⌋ with the quantile q of the binomial distribution (n, β) at 1 - α; of the sorted numbers, the ν left out are split evenly. That is the rule of
/// the source, which may fall far short of its confidence (0.69 for 0.95 with 46 numbers): the ends then move outwards until it is reached.
/// <b>Source:</b> Patterson, Neumann, White and White (2024), "Empirical Design in Reinforcement Learning", with order statistics as of Wilks (1941).
/// </remarks>
public readonly record struct ToleranceInterval(double Lower, double Upper, double Confidence)
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

        // The share between two order statistics has the beta distribution (d, n - d + 1), where d is how far they are apart.
        double[] confidence = [0, .. Cumulative(sorted.Length, beta)];
        while (lower > 0 && confidence[upper - lower] < 1 - alpha)
            (lower, upper) = (lower - 1, upper + 1);
        return new ToleranceInterval(sorted[lower], sorted[upper], confidence[upper - lower]);
    }

    /// <summary>Where the source's rule puts the ends.</summary>
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
    private static int Quantile(double probability, int trials, double success) =>
        Cumulative(trials, success).TakeWhile(cumulative => cumulative < probability).Count();

    // With which probability there are at most 0, 1, ... of all but the last number of successes.
    private static IEnumerable<double> Cumulative(int trials, double success)
    {
        double cumulative = 0;
        double logarithm = trials * Math.Log(1 - success);
        for (int k = 0; k < trials; k++)
        {
            cumulative += Math.Exp(logarithm);
            yield return cumulative;
            logarithm += Math.Log((double)(trials - k) / (k + 1)) + Math.Log(success) - Math.Log(1 - success);
        }
    }
}
