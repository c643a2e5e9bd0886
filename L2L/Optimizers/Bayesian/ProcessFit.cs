namespace L2L;

/// <summary>Finds length scales and noise of a Gaussian process that make the data likely: a grid of common ones, then one coordinate after the other.</summary>
internal static class ProcessFit
{
    private static readonly double[] Common = [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5];
    private static readonly double[] Noises = [-13.8, -9.2, -6.9, -4.6, -2.3, -1.2, 0];
    private static readonly double[] Moves = [-0.6, 0.6];

    public static (double[] LogScales, double LogNoise) Of(IReadOnlyList<double[]> points, bool[] isCategory, double[] values, double[]? lastScales, double lastNoise)
    {
        int d = points[0].Length;
        double[] scales = lastScales ?? new double[d];
        double noise = lastNoise;
        double best = lastScales is null ? double.NegativeInfinity : Likelihood(points, isCategory, values, scales, noise);
        foreach (double common in Common)
        {
            double[] trial = [.. Enumerable.Repeat(common, d)];
            foreach (double n in Noises)
                Take(trial, n);
        }

        foreach (double n in Noises)
            Take(scales, n);
        for (int i = 0; i < d; i++)
        {
            foreach (double move in Moves)
            {
                double[] trial = [.. scales];
                trial[i] = Math.Clamp(trial[i] + move, -3.5, 3);
                if (Take(trial, noise))
                    break;
            }
        }

        return (scales, noise);

        bool Take(double[] trial, double n)
        {
            double likelihood = Likelihood(points, isCategory, values, trial, n);
            if (!(likelihood > best))
                return false;
            (best, scales, noise) = (likelihood, trial, n);
            return true;
        }
    }

    private static double Likelihood(IReadOnlyList<double[]> points, bool[] isCategory, double[] values, double[] scales, double noise) =>
        GaussianProcess.Fit(points, isCategory, values, scales, noise)?.LogLikelihood ?? double.NegativeInfinity;
}
