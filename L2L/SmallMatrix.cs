namespace L2L;

/// <summary>Linear algebra on small matrices given by rows.</summary>
internal static class SmallMatrix
{
    /// <summary>The lower factor of a symmetric matrix; null where it is not positive definite.</summary>
    public static double[][]? Cholesky(double[][] matrix)
    {
        int n = matrix.Length;
        var factor = new double[n][];
        for (int i = 0; i < n; i++)
        {
            factor[i] = new double[n];
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i][j];
                if (Math.Abs(matrix[i][j] - matrix[j][i]) > 1e-9 * (Math.Abs(matrix[i][i]) + Math.Abs(matrix[j][j])))
                    return null;
                for (int k = 0; k < j; k++)
                    sum -= factor[i][k] * factor[j][k];
                if (i != j)
                    factor[i][j] = sum / factor[j][j];
                else if (sum > 0 && double.IsFinite(sum))
                    factor[i][i] = Math.Sqrt(sum);
                else
                    return null;
            }
        }

        return factor;
    }

    /// <summary>Solves L x = b in place.</summary>
    public static void SolveLower(double[][] lower, Span<double> b)
    {
        for (int i = 0; i < b.Length; i++)
        {
            double sum = b[i];
            for (int k = 0; k < i; k++)
                sum -= lower[i][k] * b[k];
            b[i] = sum / lower[i][i];
        }
    }

    /// <summary>Solves Lᵀ x = b in place.</summary>
    public static void SolveLowerTransposed(double[][] lower, Span<double> b)
    {
        for (int i = b.Length - 1; i >= 0; i--)
        {
            double sum = b[i];
            for (int k = i + 1; k < b.Length; k++)
                sum -= lower[k][i] * b[k];
            b[i] = sum / lower[i][i];
        }
    }

    /// <summary>A matrix of zeros.</summary>
    public static double[][] Zeros(int rows, int columns)
    {
        var matrix = new double[rows][];
        for (int i = 0; i < rows; i++)
            matrix[i] = new double[columns];
        return matrix;
    }
}
