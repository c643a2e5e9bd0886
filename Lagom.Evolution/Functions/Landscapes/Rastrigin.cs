using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>10 n + Σ z_i² - 10 cos(2π z_i): about 10^n regularly placed local optima.</summary>
internal sealed class Rastrigin(int dimension) : Landscape("rastrigin", dimension, domainRadius: 5.12)
{
    public override double Evaluate(Span<double> z)
    {
        double squares = TensorPrimitives.SumOfSquares<double>(z);
        TensorPrimitives.Multiply(z, 2 * Math.PI, z);
        TensorPrimitives.Cos(z, z);
        return squares + 10 * (z.Length - TensorPrimitives.Sum<double>(z));
    }
}
