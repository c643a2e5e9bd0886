using EpidemicInference.Model;

namespace EpidemicInference.Inference;

/// <summary>Quantiles over time of the number of pupils in bed that the posterior expects to be counted.</summary>
/// <param name="Days">The times, in days.</param>
/// <param name="Quantiles">For each of <see cref="Levels"/> one curve over <paramref name="Days"/>.</param>
internal sealed record PosteriorPredictive(double[] Days, double[][] Quantiles)
{
    private const int Samples = 1000;
    private const int StepsPerPoint = 5;
    private const double Negligible = 1e-15;

    public static IReadOnlyList<double> Levels { get; } = [0.025, 0.25, 0.5, 0.75, 0.975];

    /// <summary>
    /// Mixes the negative binomials of samples spread evenly over the kept chain and reads the quantiles off the mixture, so no
    /// further random numbers are drawn.
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

        int points = (paths[0].Length - 1) / StepsPerPoint + 1;
        double[] days = [.. Enumerable.Range(0, points).Select(point => paths[0][point * StepsPerPoint].Day)];
        double[][] quantiles = [.. Levels.Select(_ => new double[points])];
        Parallel.For(0, points, point =>
        {
            double[] mass = CountProbabilities(paths.Select(path => path[point * StepsPerPoint].Infected), dispersions);
            double below = 0;
            int count = -1;
            for (int level = 0; level < Levels.Count; level++)
            {
                while (below < Levels[level] && count < mass.Length - 1)
                    below += mass[++count];
                quantiles[level][point] = Math.Max(0, count);
            }
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

    /// <summary>The probability of every count under the mixture of negative binomials, each by its recurrence from count 0 up.</summary>
    private static double[] CountProbabilities(IEnumerable<double> means, double[] dispersions)
    {
        var mass = new double[4 * SchoolOutbreak.Population];
        foreach ((double mean, double dispersion) in means.Zip(dispersions))
        {
            double ratio = mean / (mean + dispersion);
            double probability = Math.Exp(-dispersion * double.LogP1(mean / dispersion)) / dispersions.Length;
            for (int count = 0; count < mass.Length && (count < mean || probability > Negligible); count++)
            {
                mass[count] += probability;
                probability *= ratio * (count + dispersion) / (count + 1);
            }
        }

        return mass;
    }
}
