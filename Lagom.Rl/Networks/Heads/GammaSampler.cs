namespace Lagom.Rl;

/// <summary>Draws gamma and beta numbers.</summary>
/// <remarks><b>Source:</b> Marsaglia and Tsang (2000), "A simple method for generating gamma variables".</remarks>
internal static class GammaSampler
{
    public static double Beta(double alpha, double beta, RandomStream random)
    {
        // Shapes below 1 are tiny numbers raised to large powers; only their logarithms keep the ratio.
        double first = LogGamma(alpha, random);
        double second = LogGamma(beta, random);
        return 1 / (1 + Math.Exp(second - first));
    }

    private static double LogGamma(double shape, RandomStream random)
    {
        if (!(shape > 0))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "A shape of a Beta distribution must be positive.");
        if (shape < 1)
            return LogGamma(shape + 1, random) + Math.Log(1 - random.NextDouble()) / shape;
        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.NextNormal();
            double root = 1 + c * x;
            if (root <= 0)
                continue;
            double v = root * root * root;
            if (Math.Log(1 - random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return Math.Log(d * v);
        }
    }
}
