namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>
/// 10 ((1/n) Σ_i Σ_{k=0..11} 2^-k (cos(2π 3^k (z_i + 1/2)) + 1))³: rugged at every scale; its optima repeat with period 1
/// (the kernel of BBOB f16).
/// </summary>
internal sealed class Weierstrass(int dimension) : Landscape("weierstrass", dimension, domainRadius: 5)
{
    private const int Scales = 12;

    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        foreach (double coordinate in z)
        {
            // The period is 1 and 3^k is odd: cos(2π 3^k (z + 1/2)) + 1 = 1 - cos(2π 3^k z) = 2 sin²(π 3^k z), exact where it is small.
            double part = coordinate - Math.Round(coordinate);
            double frequency = Math.PI;
            double weight = 2;
            for (int k = 0; k < Scales; k++)
            {
                double sine = Math.Sin(frequency * part);
                sum += weight * sine * sine;
                frequency *= 3;
                weight /= 2;
            }
        }

        double mean = sum / z.Length;
        return 10 * mean * mean * mean;
    }
}
