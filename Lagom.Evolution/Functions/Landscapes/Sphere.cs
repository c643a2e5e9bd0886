using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>Σ z_i².</summary>
internal sealed class Sphere(int dimension) : Landscape("sphere", dimension, domainRadius: 5)
{
    public override double Evaluate(Span<double> z) => TensorPrimitives.SumOfSquares<double>(z);
}
