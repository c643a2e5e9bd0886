using Layg;
using Shared.Tensors;

namespace Emulators;

/// <summary>The functions of the reference measurements, and points to try them on.</summary>
internal static class TestFunctions
{
    public static double Evaluate(string name, ReadOnlySpan<double> x)
    {
        double sum = 0;
        double squares = 0;
        foreach (double v in x)
        {
            squares += v * v;
            sum += name switch
            {
                "sin3" => Math.Sin(3 * v),
                "sin10" => Math.Sin(10 * v),
                "exp" => Math.Exp(v),
                "step" => v < 0.3 ? 0 : v > 0.3 ? 1 : 0.5,
                "rational" => v / (v - 100),
                _ => 0,
            };
        }

        return name switch
        {
            "constant" => 1,
            "first_var" => x[0],
            "dot" => squares,
            "minus_dot" => -squares,
            "sin3" or "sin10" or "exp" => sum,
            "step" or "rational" => 1 + sum,
            "gauss_bump" => Math.Exp(-squares) + (0.3 * x[0]),
            "rosen" => -(((1 - x[0]) * (1 - x[0])) + (5 * Math.Pow(x[^1] - (x[0] * x[0]), 2))) / 5,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown function."),
        };
    }

    public static double[] Normal(int count, int dimension, long seed)
    {
        var points = new double[count * dimension];
        new RandomStream(seed).FillNormal(points);
        return points;
    }

    public static double[] Uniform(int count, int dimension, long seed)
    {
        var points = new double[count * dimension];
        new RandomStream(seed).FillUniform(points);
        return points;
    }

    public static TrainingSet Known(string function, double[] points, int dimension)
    {
        var values = new double[points.Length / dimension];
        for (int i = 0; i < values.Length; i++)
            values[i] = Evaluate(function, points.AsSpan(i * dimension, dimension));
        return new TrainingSet(points, values, dimension, 1);
    }

    public static FitContext Context(long seed = 1, int threads = 1) => new(new RandomStream(seed)) { MaxDegreeOfParallelism = threads };
}
