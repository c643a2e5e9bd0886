using System.Numerics.Tensors;

namespace Lagom.Evolution.LinearAlgebra;

/// <summary>Makes draws orthogonal to each other.</summary>
/// <remarks><b>Source:</b> Wang, Emmerich and Bäck (2014), "Mirrored orthogonal sampling with pairwise selection in evolution strategies".</remarks>
internal static class Orthogonaliser
{
    /// <summary>Makes the rows of each group of as many rows as columns orthogonal, by Gram and Schmidt's method, and keeps their lengths.</summary>
    public static void Apply(Span<double> rows, int count, int size)
    {
        for (int first = 0; first < count; first += size)
        {
            for (int i = first; i < Math.Min(first + size, count); i++)
                Straighten(rows, first, i, size);
        }
    }

    private static void Straighten(Span<double> rows, int first, int index, int size)
    {
        Span<double> row = rows.Slice(index * size, size);
        double length = TensorPrimitives.Norm<double>(row);
        // Twice is enough to be orthogonal to rounding.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int j = first; j < index; j++)
            {
                ReadOnlySpan<double> other = rows.Slice(j * size, size);
                double square = TensorPrimitives.SumOfSquares(other);
                if (square > 0)
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(row, other) / square, row, row);
            }
        }

        double left = TensorPrimitives.Norm<double>(row);
        if (left > 0)
            TensorPrimitives.Multiply(row, length / left, row);
    }
}
