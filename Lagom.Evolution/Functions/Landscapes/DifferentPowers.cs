namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>√(Σ |z_i|^(2 + 4 i/(n-1))), i from 0: the sensitivities drift apart on the way to the optimum (BBOB f14).</summary>
internal sealed class DifferentPowers(int dimension) : Landscape("different-powers", dimension, domainRadius: 5)
{
    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
            sum += Math.Pow(Math.Abs(z[i]), 2 + 4 * Conditioning.Share(i, z.Length));
        return Math.Sqrt(sum);
    }
}
