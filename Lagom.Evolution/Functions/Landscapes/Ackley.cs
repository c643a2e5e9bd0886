using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>20 + e - 20 exp(-0.2 √(Σ z_i²/n)) - exp(Σ cos(2π z_i)/n): a narrow funnel in a nearly flat, rippled plain.</summary>
internal sealed class Ackley(int dimension) : Landscape("ackley", dimension, domainRadius: 32.768)
{
    public override double Evaluate(Span<double> z)
    {
        double distance = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(z) / z.Length);
        TensorPrimitives.Multiply(z, 2 * Math.PI, z);
        TensorPrimitives.Cos(z, z);
        double ripple = TensorPrimitives.Sum<double>(z) / z.Length;
        // Written with differences that vanish at the optimum, where e - exp(1) would leave rounding errors.
        return -20 * double.ExpM1(-0.2 * distance) - Math.E * double.ExpM1(ripple - 1);
    }
}
