using System.Numerics.Tensors;
using Shared.Tensors;

namespace Lagom.Evolution.Functions;

/// <summary>Orthogonal matrices drawn uniformly: normal rows made orthonormal by Gram and Schmidt, twice for accuracy.</summary>
internal static class RandomRotation
{
    /// <summary>Draws a matrix.</summary>
    /// <param name="dimension">The number n of rows and columns.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>The matrix, n² numbers row by row.</returns>
    public static double[] Create(int dimension, RandomStream random)
    {
        var matrix = new double[dimension * dimension];
        random.FillNormal(matrix);
        for (int i = 0; i < dimension; i++)
        {
            Span<double> row = matrix.AsSpan(i * dimension, dimension);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    ReadOnlySpan<double> earlier = matrix.AsSpan(j * dimension, dimension);
                    TensorPrimitives.MultiplyAdd(earlier, -TensorPrimitives.Dot(earlier, row), row, row);
                }

                TensorPrimitives.Divide(row, TensorPrimitives.Norm<double>(row), row);
            }
        }

        return matrix;
    }
}
