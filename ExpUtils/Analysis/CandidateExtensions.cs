namespace ExpUtils;

/// <summary>Scores of results for rankings and elections.</summary>
public static class CandidateExtensions
{
    /// <summary>A candidate per result: named by its parameters, scored by the mean of its last steps over the runs. With one run the standard error is NaN.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results; one that cannot be read scores NaN.</param>
    /// <param name="steps">The number of steps n that curves count as having; null for each curve's own length. Range: at least 1.</param>
    /// <param name="percent">The share of them that counts: the score is of the last ⌊n · percent⌋ steps. Range: above 0, at most 1.</param>
    public static IReadOnlyList<ScoredCandidate<ParameterSet>> ToCandidates<TResult>(this IEnumerable<TResult> results, int? steps = null, double percent = 1)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. results.Select(result =>
        {
            if (!result.TryLoad(out CurveSet curves) || curves.Length == 0)
                return new ScoredCandidate<ParameterSet>(result.Parameters, double.NaN, double.NaN);
            double[] scores = RunScores(curves, steps, percent);
            var summary = new CurveSet([.. scores.Select(score => new[] { score })]);
            return new ScoredCandidate<ParameterSet>(result.Parameters, summary.Mean()[0], summary.StandardError()[0]);
        })];
    }

    /// <summary>The score of each run: the mean of its last steps, NaN left out.</summary>
    internal static double[] RunScores(CurveSet curves, int? steps, double percent) => [.. curves.Curves.Select(curve =>
        curve.Length == 0 ? double.NaN : BestResultExtensions.Score(curve, steps ?? curves.Length, percent, MeanOfNumbers))];

    private static double MeanOfNumbers(double[] values)
    {
        double[] numbers = [.. values.Where(value => !double.IsNaN(value))];
        return numbers.Length == 0 ? double.NaN : numbers.Average();
    }
}
