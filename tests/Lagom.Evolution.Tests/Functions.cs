namespace Lagom.Evolution.Tests;

/// <summary>A few functions to minimise, written down plainly.</summary>
internal static class Functions
{
    public static double Sphere(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
            sum += value * value;
        return sum;
    }

    public static double Ellipsoid(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Pow(1e6, i / Math.Max(1.0, x.Length - 1)) * x[i] * x[i];
        return sum;
    }

    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
            sum += 100 * (x[i + 1] - x[i] * x[i]) * (x[i + 1] - x[i] * x[i]) + (1 - x[i]) * (1 - x[i]);
        return sum;
    }

    public static double Rastrigin(ReadOnlySpan<double> x)
    {
        double sum = 10 * x.Length;
        foreach (double value in x)
            sum += value * value - 10 * Math.Cos(2 * Math.PI * value);
        return sum;
    }

    public static Func<double[], double> ByName(string name) => name switch
    {
        "sphere" => x => Sphere(x),
        "ellipsoid" => x => Ellipsoid(x),
        "rosenbrock" => x => Rosenbrock(x),
        "rastrigin" => x => Rastrigin(x),
        _ => throw new ArgumentException(name),
    };
}
