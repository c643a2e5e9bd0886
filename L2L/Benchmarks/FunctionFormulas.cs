namespace L2L;

/// <summary>The benchmark functions' formulas.</summary>
internal static class FunctionFormulas
{
    public static double Rastrigin(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x)
            sum += v * v + 10 - 10 * Math.Cos(2 * Math.PI * v);
        return sum;
    }

    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double curve = x[i + 1] - x[i] * x[i];
            sum += 100 * curve * curve + (1 - x[i]) * (1 - x[i]);
        }

        return sum;
    }

    public static double Ackley(ReadOnlySpan<double> x)
    {
        double squares = 0, waves = 0;
        foreach (double v in x)
        {
            squares += v * v;
            waves += Math.Cos(2 * Math.PI * v);
        }

        return Math.E + 20 - 20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length)) - Math.Exp(waves / x.Length);
    }

    public static double Chasm(ReadOnlySpan<double> x) => 1000 * Math.Abs(x[0]) / (1000 * Math.Abs(x[0]) + 1) + 0.01 * Math.Abs(x[1]);

    public static double Shekel(ReadOnlySpan<double> x, double[][] a, double[] c)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum -= 1 / (SquaredDistance(x, a[i]) + x.Length * c[i]);
        return sum;
    }

    public static double Langermann(ReadOnlySpan<double> x, double[][] a, double[] c)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double s = SquaredDistance(x, a[i]);
            sum += c[i] * Math.Exp(-s / Math.PI) * Math.Cos(Math.PI * s);
        }

        return sum;
    }

    public static double Michalewicz(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum -= Math.Sin(x[i]) * Math.Pow(Math.Sin((i + 1) * x[i] * x[i] / Math.PI), 2 * m);
        return sum;
    }

    public static double Permutation(ReadOnlySpan<double> x, double beta)
    {
        double sum = 0;
        for (int k = 1; k <= x.Length; k++)
        {
            double inner = 0;
            for (int i = 1; i <= x.Length; i++)
                inner += (Math.Pow(i, k) + beta) * (Math.Pow(x[i - 1] / i, k) - 1);
            sum += inner * inner;
        }

        return sum;
    }

    public static double Easom(ReadOnlySpan<double> x)
    {
        double product = 1, squares = 0;
        foreach (double v in x)
        {
            product *= Math.Cos(v);
            squares += (v - Math.PI) * (v - Math.PI);
        }

        return -product * Math.Exp(-squares);
    }

    private static double SquaredDistance(ReadOnlySpan<double> x, double[] centre)
    {
        double sum = 0;
        for (int i = 0; i < centre.Length; i++)
            sum += (x[i] - centre[i]) * (x[i] - centre[i]);
        return sum;
    }
}
