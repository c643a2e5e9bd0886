namespace L2L;

/// <summary>The ensemble Kalman filter's update.</summary>
internal static class KalmanUpdate
{
    /// <summary>
    /// For each data point d: U ← U + ((y_d − G_d)(C_GG + Γ)⁻¹) C_UGᵀ, C_GG and C_UG divided by the ensemble's size.
    /// </summary>
    /// <param name="ensemble">U: one member a row.</param>
    /// <param name="observations">y: one data point a row.</param>
    /// <param name="outputs">G: [member][output][data point].</param>
    /// <param name="noise">Γ.</param>
    /// <param name="iterations">How many times all data points are gone through.</param>
    public static double[][] Of(double[][] ensemble, double[][] observations, double[][][] outputs, double[][] noise, int iterations)
    {
        double[][] members = [.. ensemble.Select(static row => row.ToArray())];
        for (int round = 0; round < iterations; round++)
        {
            for (int point = 0; point < observations.Length; point++)
                Step(members, observations[point], [.. outputs.Select(o => Array.ConvertAll(o, values => values[point]))], noise);
        }

        return members;
    }

    private static void Step(double[][] members, double[] observation, double[][] outputs, double[][] noise)
    {
        int outputCount = observation.Length, d = members[0].Length, n = members.Length;
        double[] meanOutput = Moments.Mean(outputs), mean = Moments.Mean(members);
        double[][] system = [.. noise.Select(static row => row.ToArray())];
        double[][] cross = SmallMatrix.Zeros(d, outputCount);
        for (int m = 0; m < n; m++)
        {
            for (int j = 0; j < outputCount; j++)
            {
                double g = outputs[m][j] - meanOutput[j];
                for (int k = 0; k < outputCount; k++)
                    system[k][j] += (outputs[m][k] - meanOutput[k]) * g / n;
                for (int i = 0; i < d; i++)
                    cross[i][j] += (members[m][i] - mean[i]) * g / n;
            }
        }

        double[][] factor = SmallMatrix.Cholesky(system) ?? throw new InvalidOperationException("The covariance of the model's output is not positive definite; give a larger Gamma.");
        var residual = new double[outputCount];
        for (int m = 0; m < n; m++)
        {
            for (int j = 0; j < outputCount; j++)
                residual[j] = observation[j] - outputs[m][j];
            SmallMatrix.SolveLower(factor, residual);
            SmallMatrix.SolveLowerTransposed(factor, residual);
            for (int i = 0; i < d; i++)
            {
                for (int j = 0; j < outputCount; j++)
                    members[m][i] += cross[i][j] * residual[j];
            }
        }
    }
}
