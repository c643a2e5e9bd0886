namespace Layg;

public sealed partial class Learner
{
    /// <summary>
    /// Chooses the points whose true values would help the emulator most, for evaluation elsewhere (see <see cref="AddData"/>): those of large
    /// predicted error, far from each other. Points outside the emulator's domain come first.
    /// </summary>
    /// <param name="candidates">Points to choose from, row-major [number, <see cref="InputDimension"/>].</param>
    /// <param name="count">How many to choose. Range: 0 to the number of candidates.</param>
    /// <returns>The chosen candidates' positions, the most useful first.</returns>
    /// <remarks>
    /// Greedy: each choice maximises the predicted error times the distance to the nearest point chosen before, in units of the
    /// candidates' standard deviations. A candidate that is known already is chosen last.
    /// </remarks>
    /// <exception cref="ArgumentException">A length does not fit, or a number is not finite.</exception>
    /// <exception cref="InvalidOperationException">There is no emulator yet.</exception>
    public int[] Suggest(ReadOnlySpan<double> candidates, int count)
    {
        int number = candidates.Length / InputDimension;
        if (candidates.Length != number * InputDimension)
            throw new ArgumentException($"{candidates.Length} numbers are not whole points of dimension {InputDimension}.", nameof(candidates));
        if (count < 0 || count > number)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"There are {number} candidates; allowed: 0 to {number}.");
        if (_model is null)
            throw new InvalidOperationException("There is no emulator yet; evaluate more points or call Train.");

        double[] scales = Scales(candidates, number);
        var errors = new double[number];
        var value = new double[_outputDimension];
        for (int i = 0; i < number; i++)
        {
            ReadOnlySpan<double> candidate = candidates.Slice(i * InputDimension, InputDimension);
            CheckInput(candidate);
            errors[i] = Approximate(candidate, value, out _);
        }

        // Beyond every finite error, so that distance alone decides among points without a prediction.
        double beyond = Math.Max(1, 1e3 * errors.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        var nearest = new double[number];
        Array.Fill(nearest, double.PositiveInfinity);
        var taken = new bool[number];
        var chosen = new int[count];
        for (int c = 0; c < count; c++)
        {
            int best = -1;
            double bestScore = double.NegativeInfinity;
            for (int i = 0; i < number; i++)
            {
                if (taken[i])
                    continue;
                double score = Math.Min(errors[i], beyond) * (c == 0 ? 1 : nearest[i]);
                // The first one also where no distance is a number, as between points that are too far apart for one.
                if (best < 0 || score > bestScore)
                    (best, bestScore) = (i, score);
            }

            chosen[c] = best;
            taken[best] = true;
            for (int i = 0; i < number; i++)
                nearest[i] = Math.Min(nearest[i], Distance(candidates, best, i, scales));
        }

        return chosen;
    }

    private double Distance(ReadOnlySpan<double> points, int a, int b, double[] scales)
    {
        double sum = 0;
        for (int k = 0; k < InputDimension; k++)
        {
            double difference = (points[(a * InputDimension) + k] - points[(b * InputDimension) + k]) / scales[k];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    private double[] Scales(ReadOnlySpan<double> points, int number)
    {
        var scales = new double[InputDimension];
        for (int k = 0; k < InputDimension; k++)
        {
            double mean = 0;
            for (int i = 0; i < number; i++)
                mean += points[(i * InputDimension) + k] / number;
            double variance = 0;
            for (int i = 0; i < number; i++)
                variance += Math.Pow(points[(i * InputDimension) + k] - mean, 2) / number;
            scales[k] = variance > 0 ? Math.Sqrt(variance) : 1;
        }

        return scales;
    }
}
