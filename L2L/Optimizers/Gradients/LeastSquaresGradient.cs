using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace L2L;

/// <summary>The gradient that explains fitness differences best, the shortest one where several do.</summary>
internal static class LeastSquaresGradient
{
    private const double Cutoff = 1e-15;

    /// <summary>pinv(dx) · df.</summary>
    public static double[] Of(double[][] dx, double[] df)
    {
        Svd<double> svd = Matrix<double>.Build.DenseOfRowArrays(dx).Svd();
        var gradient = new double[dx[0].Length];
        double threshold = Cutoff * svd.S.AbsoluteMaximum();
        for (int k = 0; k < svd.S.Count; k++)
        {
            if (!(svd.S[k] > threshold))
                continue;
            double projection = 0;
            for (int row = 0; row < df.Length; row++)
                projection += svd.U[row, k] * df[row];
            for (int i = 0; i < gradient.Length; i++)
                gradient[i] += svd.VT[k, i] * projection / svd.S[k];
        }

        return gradient;
    }
}
