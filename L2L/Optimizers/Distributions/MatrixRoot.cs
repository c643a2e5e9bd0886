using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace L2L;

/// <summary>Draws from normal distributions, singular ones too.</summary>
internal static class MatrixRoot
{
    /// <summary>A matrix R with R Rᵀ = covariance: Cholesky's, or that of the eigenvalues where the covariance is singular.</summary>
    public static double[][] Of(double[][] covariance)
    {
        if (SmallMatrix.Cholesky(covariance) is { } factor)
            return factor;
        int d = covariance.Length;
        Matrix<double> matrix = Matrix<double>.Build.DenseOfRowArrays(covariance);
        Evd<double> eigen = (0.5 * (matrix + matrix.Transpose())).Evd(Symmetricity.Symmetric);
        double[][] root = SmallMatrix.Zeros(d, d);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
                root[i][j] = eigen.EigenVectors[i, j] * Math.Sqrt(Math.Max(0, eigen.EigenValues[j].Real));
        }

        return root;
    }

    public static double[] Draw(double[] mean, double[][] root, RandomStream random)
    {
        var standard = new double[mean.Length];
        random.FillNormal(standard);
        var point = new double[mean.Length];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = mean[i];
            for (int j = 0; j < standard.Length; j++)
                point[i] += root[i][j] * standard[j];
        }

        return point;
    }
}
