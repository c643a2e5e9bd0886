namespace Lagom.Evolution;

/// <summary>The running state of <see cref="NoiseHandling"/> in one search.</summary>
internal sealed class NoiseMeter(NoiseHandling options, IEvolutionStrategy strategy)
{
    private double _strength;
    private double _evaluations = 1;
    private double _stepFactor = 1;

    /// <summary>How many evaluations of each candidate are to be averaged now.</summary>
    public int EvaluationsPerCandidate => (int)_evaluations;

    /// <summary>How many candidates, the first ones, are to be evaluated again.</summary>
    public int Reevaluations(int count) =>
        Math.Clamp((int)Math.Ceiling((options.Reevaluated ?? 0.1 + 2.0 / count) * count), 1, count);

    /// <summary>Learns from the second values of the first candidates, and replaces values by the means of both.</summary>
    public void Take(Span<double> values, ReadOnlySpan<double> again)
    {
        double strength = RankChanges(values, again);
        _strength += options.LearningRate * (strength - _strength);
        for (int i = 0; i < again.Length; i++)
            values[i] = (values[i] + again[i]) / 2;
        if (_strength > 0)
        {
            if (_evaluations < options.MaxEvaluationsPerCandidate)
                _evaluations = Math.Min(_evaluations * options.EvaluationsFactor, options.MaxEvaluationsPerCandidate);
            else
                _stepFactor = options.StepFactor ?? 1 + 2.0 / (strategy.Dimension + 10);
        }
        else
        {
            _evaluations = Math.Max(1, _evaluations / Math.Pow(options.EvaluationsFactor, 0.25));
        }
    }

    /// <summary>Enlarges the strategy's step where the noise measured last asks for it. Call it once the generation is told.</summary>
    public void EnlargeStep()
    {
        if (_stepFactor > 1 && strategy is CmaEs cma)
            cma.ScaleStep(_stepFactor);
        _stepFactor = 1;
    }

    // Above 0 where ranks change more than the threshold allows: mean of |rank change| - 1 less the part of what chance gives.
    private double RankChanges(ReadOnlySpan<double> values, ReadOnlySpan<double> again)
    {
        int count = values.Length;
        double[] all = [.. values, .. again];
        int[] ranks = Ranks(all);
        double sum = 0;
        for (int i = 0; i < again.Length; i++)
        {
            int first = ranks[i], second = ranks[count + i];
            double change = Math.Abs(second - first) - 1;
            int total = all.Length - 1;
            sum += 2 * change - Limit(total, first - (first > second ? 1 : 0)) - Limit(total, second - (second > first ? 1 : 0));
        }

        return sum / again.Length;
    }

    // The threshold's half quantile of the distances from a rank to all others.
    private double Limit(int total, int rank)
    {
        var distances = new double[total];
        for (int other = 0; other < total; other++)
            distances[other] = Math.Abs(other - rank);
        Array.Sort(distances);
        return distances[Math.Clamp((int)(options.Threshold / 2 * total), 0, total - 1)];
    }

    private static int[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(order, (a, b) => values[a].CompareTo(values[b]) is var by && by != 0 ? by : a.CompareTo(b));
        var ranks = new int[values.Length];
        for (int rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }
}
