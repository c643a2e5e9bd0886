using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Arithmetic on matrices that are stored row by row, one candidate a row.</summary>
internal static class Rows
{
    /// <summary>One row.</summary>
    public static Span<double> Row(this Span<double> matrix, int row, int columns) => matrix.Slice(row * columns, columns);

    /// <summary>One row.</summary>
    public static ReadOnlySpan<double> Row(this ReadOnlySpan<double> matrix, int row, int columns) => matrix.Slice(row * columns, columns);

    /// <summary>One row.</summary>
    public static Span<double> Row(this double[] matrix, int row, int columns) => matrix.AsSpan(row * columns, columns);

    /// <summary>Σ weights_i row_i.</summary>
    public static void WeightedSum(ReadOnlySpan<double> matrix, ReadOnlySpan<double> weights, Span<double> sum)
    {
        sum.Clear();
        for (int row = 0; row < weights.Length; row++)
            TensorPrimitives.MultiplyAdd(matrix.Row(row, sum.Length), weights[row], sum, sum);
    }

    /// <summary>Turns rows of standard normal numbers z into center + spread z, coordinate by coordinate.</summary>
    public static void Spread(Span<double> matrix, ReadOnlySpan<double> center, ReadOnlySpan<double> spread)
    {
        for (int start = 0; start < matrix.Length; start += center.Length)
        {
            Span<double> row = matrix.Slice(start, center.Length);
            TensorPrimitives.Multiply(row, spread, row);
            TensorPrimitives.Add(row, center, row);
        }
    }

    /// <summary>Turns a row x back into (x - center) / spread; 0 where the spread is 0.</summary>
    public static void Standardise(ReadOnlySpan<double> row, ReadOnlySpan<double> center, ReadOnlySpan<double> spread, Span<double> result)
    {
        TensorPrimitives.Subtract(row, center, result);
        for (int i = 0; i < result.Length; i++)
            result[i] = spread[i] > 0 ? result[i] / spread[i] : 0;
    }

    /// <summary>Copies the first half of the rows, with the sign turned, into the second half.</summary>
    public static void Mirror(Span<double> matrix)
    {
        int half = matrix.Length / 2;
        TensorPrimitives.Negate(matrix[..half], matrix[half..]);
    }

    /// <summary>
    /// Shortens a vector that is longer than any that standard normal numbers make (√n + 6). Draws computed back from candidates get so long
    /// where a candidate was changed, or where the step size has fallen below the rounding errors of the coordinates.
    /// </summary>
    public static void LimitLength(Span<double> noise)
    {
        double length = TensorPrimitives.Norm<double>(noise);
        double limit = LongestDraw(noise.Length);
        if (double.IsFinite(length) && length > limit)
            TensorPrimitives.Multiply(noise, limit / length, noise);
        else if (!double.IsFinite(length))
            noise.Clear();
    }

    /// <summary>A length that vectors of standard normal numbers do not reach.</summary>
    public static double LongestDraw(int dimension) => Math.Sqrt(dimension) + 6;

    /// <summary>The root of the mean of squares.</summary>
    public static double RootMeanSquare(ReadOnlySpan<double> values) => TensorPrimitives.Norm(values) / Math.Sqrt(values.Length);

    /// <summary>Product of a square matrix and a vector.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> product)
    {
        for (int row = 0; row < product.Length; row++)
            product[row] = TensorPrimitives.Dot(matrix.Row(row, vector.Length), vector);
    }

    /// <summary>Writes the identity.</summary>
    public static void SetIdentity(Span<double> matrix, int size)
    {
        matrix.Clear();
        for (int i = 0; i < size; i++)
            matrix[i * size + i] = 1;
    }
}
