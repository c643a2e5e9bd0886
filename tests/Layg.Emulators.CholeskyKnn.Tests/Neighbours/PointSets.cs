using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

/// <summary>Points for the tests: kinds that differ in how often distances are equal.</summary>
internal static class PointSets
{
    public enum Kind
    {
        Normal,
        Lattice,
        Duplicates,
        Constant,
        Line,
    }

    public static double[] Create(Kind kind, int count, int dimension, long seed)
    {
        var random = new RandomStream(seed);
        double[] points = new double[count * dimension];
        for (int row = 0; row < count; row++)
        {
            Span<double> point = points.AsSpan(row * dimension, dimension);
            double along = random.NextNormal();
            int copied = row == 0 ? 0 : random.NextInt32(row);
            for (int i = 0; i < dimension; i++)
            {
                point[i] = kind switch
                {
                    Kind.Normal => random.NextNormal(),
                    Kind.Lattice => random.NextInt32(4),
                    Kind.Duplicates => row % 3 == 0 ? random.NextNormal() : points[copied * dimension + i],
                    Kind.Constant => 0.25,
                    Kind.Line => (i + 1) * along,
                    _ => throw new ArgumentOutOfRangeException(nameof(kind)),
                };
            }
        }

        return points;
    }
}
