using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

/// <summary>Densities and starts that several tests use.</summary>
internal static class Targets
{
    /// <summary>exp(-x.x / (2 variance)) in any dimension.</summary>
    public static ILogDensity Normal(int dimension, double variance = 1, int maxDegreeOfParallelism = 1) =>
        LogDensity.FromFunction(dimension, x => -0.5 * Dot(x, x) / variance, maxDegreeOfParallelism);

    /// <summary>A normal density in two dimensions with scales 1 and 100 and correlation 0.95.</summary>
    public static ILogDensity Correlated() => LogDensity.FromFunction(2, x =>
    {
        double y = x[1] / 100;
        return -0.5 * (x[0] * x[0] - 2 * 0.95 * x[0] * y + y * y) / (1 - 0.95 * 0.95);
    });

    public static ILogDensity Rosenbrock() =>
        LogDensity.FromFunction(2, x => -(Square(1 - x[0]) + 100 * Square(x[1] - x[0] * x[0])) / 20);

    public static double[][] Start(int walkers, int dimension, long seed = 5, double standardDeviation = 1) =>
        EnsembleStart.Normal(walkers, new double[dimension], standardDeviation, new RandomStream(seed));

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    public static double Square(double x) => x * x;
}
