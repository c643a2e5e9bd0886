using Layg;
using Shared.Tensors;

namespace Emulators;

/// <summary>Functions that every emulator is tried on, for points in the unit cube.</summary>
public static class ReferenceFunctions
{
    /// <summary>The seven functions of the Python package's own tests.</summary>
    public static IReadOnlyList<string> Original { get; } = ["constant", "first_var", "dot", "sin", "exp", "step_sum", "rational"];

    /// <summary>Functions whose errors are above rounding: oscillating, monotone, local, curved, and with kinks.</summary>
    public static IReadOnlyList<string> Coverage { get; } = ["sin", "exp", "bump", "rosen", "kink"];

    public static double Evaluate(string name, double[] x) => name switch
    {
        "constant" => 1,
        "first_var" => x[0],
        "dot" => x.Sum(v => v * v),
        "sin" => x.Sum(v => Math.Sin(10 * v)),
        "exp" => x.Sum(Math.Exp),
        "step_sum" => 1 + x.Sum(v => v < 0.3 ? 0 : v > 0.3 ? 1 : 0.5),
        "rational" => 1 + x.Sum(v => v / (v - 100)),
        "bump" => Math.Exp(-8 * x.Sum(v => (v - 0.5) * (v - 0.5))) + (0.3 * x[0]),
        "rosen" => Rosenbrock((4 * x[0]) - 2, (4 * x[^1]) - 2),
        "kink" => x.Sum(v => Math.Abs(Math.Sin(5 * v))),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown function."),
    };

    /// <summary>Points uniform in the unit cube, with the function's values.</summary>
    public static TrainingSet Uniform(string name, int count, int dimension, RandomStream random)
    {
        double[][] points = [.. Enumerable.Range(0, count).Select(_ =>
        {
            var x = new double[dimension];
            random.FillUniform(x);
            return x;
        })];
        return TrainingSet.FromRows(points, [.. points.Select(x => new[] { Evaluate(name, x) })]);
    }

    private static double Rosenbrock(double a, double b) => -(Math.Pow(1 - a, 2) + (5 * Math.Pow(b - (a * a), 2))) / 5;
}
