namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>
/// (10/n²) Π (1 + i Σ_{j=1..32} |2^j z_i - round(2^j z_i)|/2^j)^(10/n^1.2) - 10/n², i from 1: continuous, nowhere differentiable,
/// and with an optimum at every point of a fine grid (BBOB f23).
/// </summary>
internal sealed class Katsuura(int dimension) : Landscape("katsuura", dimension, domainRadius: 5)
{
    private const int Scales = 32;

    public override double Evaluate(Span<double> z)
    {
        int n = z.Length;
        double exponent = 10 / Math.Pow(n, 1.2);
        double logarithm = 0;
        for (int i = 0; i < n; i++)
        {
            double roughness = 0;
            for (int j = 1; j <= Scales; j++)
            {
                double scale = 1L << j;
                double scaled = scale * z[i];
                roughness += Math.Abs(scaled - Math.Round(scaled)) / scale;
            }

            logarithm += double.LogP1((i + 1) * roughness);
        }

        return 10.0 / n / n * double.ExpM1(exponent * logarithm);
    }
}
