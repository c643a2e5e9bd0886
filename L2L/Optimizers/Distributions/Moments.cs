namespace L2L;

/// <summary>Means and covariances of points.</summary>
internal static class Moments
{
    public static double[] Mean(IReadOnlyList<double[]> rows)
    {
        var mean = new double[rows[0].Length];
        foreach (double[] row in rows)
        {
            for (int i = 0; i < mean.Length; i++)
                mean[i] += row[i];
        }

        for (int i = 0; i < mean.Length; i++)
            mean[i] /= rows.Count;
        return mean;
    }

    /// <summary>The covariance with n − 1 in the denominator; zero for a single point.</summary>
    public static double[][] Covariance(IReadOnlyList<double[]> rows, double[] mean)
    {
        int d = mean.Length;
        double[][] covariance = SmallMatrix.Zeros(d, d);
        foreach (double[] row in rows)
        {
            for (int i = 0; i < d; i++)
            {
                double left = row[i] - mean[i];
                for (int j = 0; j <= i; j++)
                    covariance[i][j] += left * (row[j] - mean[j]);
            }
        }

        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                covariance[i][j] /= Math.Max(1, rows.Count - 1);
                covariance[j][i] = covariance[i][j];
            }
        }

        return covariance;
    }

    public static double[] Blend(double[] old, double[] fit, double smoothing)
    {
        var blended = new double[old.Length];
        for (int i = 0; i < blended.Length; i++)
            blended[i] = smoothing * old[i] + (1 - smoothing) * fit[i];
        return blended;
    }
}
