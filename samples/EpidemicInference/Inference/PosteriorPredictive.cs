using EpidemicInference.Model;
using MathNet.Numerics.Distributions;

namespace EpidemicInference.Inference;

/// <summary>Quantiles over time of the number of pupils in bed that the posterior expects to be counted.</summary>
/// <param name="Days">The times, in days.</param>
/// <param name="Quantiles">For each of <see cref="Levels"/> one curve over <paramref name="Days"/>.</param>
internal sealed record PosteriorPredictive(double[] Days, double[][] Quantiles)
{
    private const int Samples = 1000;
    private const int StepsPerPoint = 5;

    public static IReadOnlyList<double> Levels { get; } = [0.025, 0.25, 0.5, 0.75, 0.975];

    /// <summary>
    /// Mixes the negative binomials of samples spread evenly over the kept chain and inverts the mixture's distribution function, so
    /// no further random numbers are drawn.
    /// </summary>
    public static PosteriorPredictive Of(RunResult run, SirModel sir)
    {
        SampledChain chain = run.Chain;
        int taken = Math.Min(Samples, run.Kept);
        var paths = new SirState[taken][];
        var dispersions = new double[taken];
        Parallel.For(0, taken, i =>
        {
            int sample = run.BurnIn * chain.Walkers + (int)((long)i * run.Kept / taken);
            ReadOnlySpan<double> theta = chain.Theta(sample / chain.Walkers, sample % chain.Walkers);
            paths[i] = sir.Path(Math.Exp(theta[0]), Math.Exp(theta[1]), SchoolOutbreak.Days);
            dispersions[i] = Math.Exp(theta[2]);
        });

        int count = (paths[0].Length - 1) / StepsPerPoint + 1;
        double[] days = [.. Enumerable.Range(0, count).Select(point => paths[0][point * StepsPerPoint].Day)];
        double[][] quantiles = [.. Levels.Select(_ => new double[count])];
        Parallel.For(0, count, point =>
        {
            double[] means = [.. paths.Select(path => path[point * StepsPerPoint].Infected)];
            for (int level = 0; level < Levels.Count; level++)
                quantiles[level][point] = Quantile(means, dispersions, Levels[level]);
        });
        return new PosteriorPredictive(days, quantiles);
    }

    /// <summary>How many of the counts lie between two of <see cref="Levels"/>.</summary>
    public int CountsBetween(int lowLevel, int highLevel) => Enumerable.Range(1, SchoolOutbreak.Days)
        .Count(day => SchoolOutbreak.InBed[day - 1] >= At(lowLevel, day) && SchoolOutbreak.InBed[day - 1] <= At(highLevel, day));

    /// <summary>The first and the last day of the longest run of counts above the median; the last is below the first where there is none.</summary>
    public (int First, int Last) LongestRunAboveMedian()
    {
        (int First, int Last) longest = (1, 0);
        int first = 1;
        for (int day = 1; day <= SchoolOutbreak.Days; day++)
        {
            if (SchoolOutbreak.InBed[day - 1] <= At(Levels.Count / 2, day))
                first = day + 1;
            else if (day - first > longest.Last - longest.First)
                longest = (first, day);
        }

        return longest;
    }

    private double At(int level, int day) => Quantiles[level][Array.FindIndex(Days, at => Math.Abs(at - day) < 1e-9)];

    private static int Quantile(double[] means, double[] dispersions, double level)
    {
        int below = -1;
        int reached = 4 * SchoolOutbreak.Population;
        while (reached - below > 1)
        {
            int middle = (below + reached) / 2;
            if (Distribution(means, dispersions, middle) >= level)
                reached = middle;
            else
                below = middle;
        }

        return reached;
    }

    private static double Distribution(double[] means, double[] dispersions, int count)
    {
        double sum = 0;
        for (int i = 0; i < means.Length; i++)
            sum += NegativeBinomial.CDF(dispersions[i], dispersions[i] / (dispersions[i] + means[i]), count);
        return sum / means.Length;
    }
}
