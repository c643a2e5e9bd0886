namespace ExpUtils;

/// <summary>Selects configurations where runs are few and noisy.</summary>
public static class SelectionExtensions
{
    /// <summary>
    /// Which configurations may be the best one, by resampling the runs of each: those that are the best in a share of the resamples, most probable first.
    /// </summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results; those that cannot be read are left out.</param>
    /// <param name="preference">Which scores are better.</param>
    /// <param name="steps">The number of steps n that curves count as having; null for each configuration's longest. Range: at least 1.</param>
    /// <param name="percent">The share of them that counts: a run's score is of its last ⌊n · percent⌋ steps. Range: above 0, at most 1.</param>
    /// <param name="threshold">The least probability that is reported. Range: 0 to 1.</param>
    /// <param name="options">How intervals are bootstrapped, and the seed; selections are drawn 1000 times. Null for the defaults.</param>
    /// <returns>The selected ones; empty where nothing could be read.</returns>
    /// <remarks><b>Source:</b> Patterson, Neumann, White and White (2024), "Empirical Design in Reinforcement Learning".</remarks>
    public static IReadOnlyList<SelectedResult<TResult>> SelectUnderUncertainty<TResult>(
        this IEnumerable<TResult> results,
        Preference preference,
        int? steps = null,
        double percent = 1,
        double threshold = 0.05,
        BootstrapOptions? options = null)
        where TResult : IResult
    {
        const int Selections = 1000;
        ArgumentNullException.ThrowIfNull(results);
        BootstrapOptions chosen = options ?? new BootstrapOptions();
        chosen.Check();
        List<(TResult Result, double[] Scores)> candidates = [.. Scored(results, steps, percent)];
        var wins = new int[candidates.Count];
        var stream = new ResampleStream(chosen.Seed);
        for (int selection = 0; selection < Selections && candidates.Count > 0; selection++)
        {
            int best = 0;
            double bestScore = double.NaN;
            for (int i = 0; i < candidates.Count; i++)
            {
                double score = Resampled(candidates[i].Scores, stream);
                if (double.IsNaN(bestScore) || (preference == Preference.Larger ? score > bestScore : score < bestScore))
                    (best, bestScore) = (i, score);
            }

            wins[best]++;
        }

        return [.. candidates.Select((candidate, i) => (candidate, Probability: wins[i] / (double)Selections))
            .Where(entry => entry.Probability >= threshold && entry.Probability > 0)
            .OrderByDescending(entry => entry.Probability)
            .Select(entry => new SelectedResult<TResult>(entry.candidate.Result, entry.Probability, Bootstrap.Interval(entry.candidate.Scores, chosen)))];
    }

    /// <summary>How well each value of a parameter can do: the best result with it, over all other parameters. In the order of the values.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results; those that cannot be read are left out.</param>
    /// <param name="name">The parameter's dotted path.</param>
    /// <param name="preference">Which scores are better.</param>
    /// <param name="steps">The number of steps n that curves count as having; null for each configuration's longest. Range: at least 1.</param>
    /// <param name="percent">The share of them that counts: a run's score is of its last ⌊n · percent⌋ steps. Range: above 0, at most 1.</param>
    /// <param name="options">How intervals are bootstrapped; null for the defaults.</param>
    public static IReadOnlyList<SensitivityPoint<TResult>> SensitivityOver<TResult>(
        this IEnumerable<TResult> results, string name, Preference preference, int? steps = null, double percent = 1, BootstrapOptions? options = null)
        where TResult : IResult
    {
        List<SensitivityPoint<TResult>> points = [];
        foreach (ParameterGroup<TResult> group in results.SplitOverParameter(name))
        {
            List<(TResult Result, double[] Scores)> scored = [.. Scored(group.Results, steps, percent)];
            if (scored.Count == 0)
                continue;
            (TResult best, double[] scores) = preference == Preference.Larger
                ? scored.MaxBy(entry => entry.Scores.Average())
                : scored.MinBy(entry => entry.Scores.Average());
            points.Add(new SensitivityPoint<TResult>(group.Value, best, Bootstrap.Interval(scores, options)));
        }

        return [.. points.OrderBy(point => point.Value)];
    }

    private static IEnumerable<(TResult Result, double[] Scores)> Scored<TResult>(IEnumerable<TResult> results, int? steps, double percent)
        where TResult : IResult
    {
        foreach (TResult result in results)
        {
            if (!result.TryLoad(out CurveSet curves) || curves.Length == 0)
                continue;
            double[] scores = [.. CandidateExtensions.RunScores(curves, steps, percent).Where(score => !double.IsNaN(score))];
            if (scores.Length > 0)
                yield return (result, scores);
        }
    }

    private static double Resampled(double[] scores, ResampleStream stream)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
            sum += scores[stream.Next(scores.Length)];
        return sum / scores.Length;
    }
}
