namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>((1/(n-1)) Σ √s_i (1 + sin²(50 s_i^(1/5))))², s_i = √(z_i² + z_{i+1}²): ripples whose frequency and height vary (BBOB f17).</summary>
internal sealed class SchaffersF7(int dimension) : Landscape("schaffers-f7", dimension, domainRadius: 5, minimumDimension: 2)
{
    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        for (int i = 0; i + 1 < z.Length; i++)
        {
            double distance = Math.Sqrt(z[i] * z[i] + z[i + 1] * z[i + 1]);
            double ripple = Math.Sin(50 * Math.Pow(distance, 0.2));
            sum += Math.Sqrt(distance) * (1 + ripple * ripple);
        }

        double mean = sum / (z.Length - 1);
        return mean * mean;
    }
}
