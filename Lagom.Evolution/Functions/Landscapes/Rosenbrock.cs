namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>Σ 100 (z_i² - z_{i+1})² + (z_i - 1)²: a bent valley; a second, local optimum near (-1, 1, …, 1) from 4 dimensions on.</summary>
internal sealed class Rosenbrock(int dimension) : Landscape("rosenbrock", dimension, domainRadius: 5, minimumDimension: 2)
{
    public override void WriteOptimum(Span<double> destination) => destination.Fill(1);

    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        for (int i = 0; i + 1 < z.Length; i++)
        {
            double off = z[i] * z[i] - z[i + 1];
            double left = z[i] - 1;
            sum += 100 * off * off + left * left;
        }

        return sum;
    }
}
