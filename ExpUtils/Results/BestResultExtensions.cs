namespace ExpUtils;

/// <summary>Picks the best of some results.</summary>
public static class BestResultExtensions
{
    /// <summary>The result whose mean curve ends best. Of equals, the first.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results; at least one. They are all read.</param>
    /// <param name="preference">Which scores are better. Default: the smaller ones.</param>
    /// <param name="steps">The number of steps n that curves count as having; null for each curve's own length. Range: at least 1.</param>
    /// <param name="percent">The share of them that counts: the score is of the last ⌊n · percent⌋ steps. Range: above 0, at most 1.</param>
    /// <param name="reducer">What makes a score of these steps; null for their mean.</param>
    /// <exception cref="InvalidOperationException">There are no results, or no step is left to score.</exception>
    /// <exception cref="ResultStoreException">A result cannot be read.</exception>
    public static BestResult<TResult> GetBest<TResult>(
        this IEnumerable<TResult> results, Preference preference = Preference.Smaller, int? steps = null, double percent = 1, Func<double[], double>? reducer = null)
        where TResult : IResult
    {
        bool isLarger = preference == Preference.Larger;
        return Best(
            results,
            isLarger ? static (a, b) => a > b : static (a, b) => a < b,
            isLarger ? "larger is better" : "smaller is better",
            steps,
            percent,
            reducer);
    }

    /// <summary>The result whose mean curve ends best by the caller's comparison. Of equals, the first.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results; at least one. They are all read.</param>
    /// <param name="comparator">Whether the first score is better than the second.</param>
    /// <param name="steps">The number of steps n that curves count as having; null for each curve's own length. Range: at least 1.</param>
    /// <param name="percent">The share of them that counts: the score is of the last ⌊n · percent⌋ steps. Range: above 0, at most 1.</param>
    /// <param name="reducer">What makes a score of these steps; null for their mean.</param>
    /// <exception cref="InvalidOperationException">There are no results, or no step is left to score.</exception>
    /// <exception cref="ResultStoreException">A result cannot be read.</exception>
    public static BestResult<TResult> GetBest<TResult>(
        this IEnumerable<TResult> results, Func<double, double, bool> comparator, int? steps = null, double percent = 1, Func<double[], double>? reducer = null)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(comparator);
        return Best(results, comparator, "custom comparison", steps, percent, reducer);
    }

    /// <summary>The score of a curve: of its last steps.</summary>
    internal static double Score(double[] curve, int? steps, double percent, Func<double[], double>? reducer)
    {
        if (steps < 1)
            throw new ArgumentOutOfRangeException(nameof(steps), steps, "steps must be at least 1.");
        if (!(percent is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "percent must be above 0 and at most 1.");
        int count = (int)((steps ?? curve.Length) * percent);
        if (count == 0)
            throw new InvalidOperationException($"{percent:g3} of {steps ?? curve.Length} steps leaves no step to score; raise percent or steps.");
        double[] last = curve[^Math.Min(count, curve.Length)..];
        return reducer is not null ? reducer(last) : last.Length > 0 ? last.Average() : double.NaN;
    }

    private static BestResult<TResult> Best<TResult>(
        IEnumerable<TResult> results, Func<double, double, bool> isBetter, string direction, int? steps, double percent, Func<double[], double>? reducer)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        BestResult<TResult>? best = null;
        foreach (TResult result in results)
        {
            double score = Score(result.Mean(), steps, percent, reducer);
            if (best is null || (double.IsNaN(best.Score) && !double.IsNaN(score)) || isBetter(score, best.Score))
                best = new BestResult<TResult>(result, score, direction);
        }

        return best ?? throw new InvalidOperationException("There are no results to pick the best of.");
    }
}
