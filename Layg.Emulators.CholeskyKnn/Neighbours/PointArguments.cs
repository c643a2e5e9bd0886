using System.Runtime.CompilerServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>Checks of the arguments that every index takes.</summary>
internal static class PointArguments
{
    /// <summary>Checks a row-major table of points and returns the number of its rows.</summary>
    public static int CountRows(ReadOnlySpan<double> points, int dimension, string name)
    {
        if (points.Length % dimension != 0)
        {
            throw new ArgumentException(
                $"{name} has {points.Length} components, which is not a multiple of the dimension, {dimension}.", name);
        }

        int bad = IndexOfNotFinite(points);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"{name} must be finite, but row {bad / dimension}, component {bad % dimension} is {points[bad]}.", name);
        }

        return points.Length / dimension;
    }

    /// <summary>Checks the number of components of a point.</summary>
    public static void CheckDimension(int dimension)
    {
        if (dimension < 1)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension must be at least 1.");
    }

    /// <summary>Checks a single point: its length, and that every component is finite.</summary>
    public static void CheckPoint(ReadOnlySpan<double> point, int dimension, string name)
    {
        if (point.Length != dimension)
            ThrowLength(point.Length, dimension, name);
        foreach (double component in point)
        {
            if (!double.IsFinite(component))
                ThrowNotFinite(point, name);
        }
    }

    /// <summary>Checks that the two outputs of a query have the same length.</summary>
    public static void CheckOutputs(int indices, int distances)
    {
        if (indices != distances)
        {
            throw new ArgumentException(
                $"distances has length {distances}, but indices has length {indices}; they must be equal.", nameof(distances));
        }
    }

    /// <summary>Checks the arguments of a batch and returns the number of queries.</summary>
    public static int CheckBatch(
        ReadOnlySpan<double> queries, int dimension, int k, int indices, int distances, int maxDegreeOfParallelism)
    {
        if (k < 0)
            throw new ArgumentOutOfRangeException(nameof(k), k, "The number of neighbours must not be negative.");
        if (maxDegreeOfParallelism is < 1 and not -1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxDegreeOfParallelism),
                maxDegreeOfParallelism,
                "The number of threads must be at least 1, or -1 for all processors.");
        }

        int count = CountRows(queries, dimension, nameof(queries));
        if (indices != (long)count * k)
        {
            throw new ArgumentException(
                $"indices has length {indices}; {count} queries of {k} neighbours need {(long)count * k}.", nameof(indices));
        }

        CheckOutputs(indices, distances);
        return count;
    }

    private static int IndexOfNotFinite(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                return i;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLength(int length, int dimension, string name) =>
        throw new ArgumentException($"{name} has {length} components; the indexed points have {dimension}.", name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotFinite(ReadOnlySpan<double> point, string name)
    {
        int bad = IndexOfNotFinite(point);
        throw new ArgumentException($"{name} must be finite, but component {bad} is {point[bad]}.", name);
    }
}
