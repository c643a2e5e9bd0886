using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>10^6 z_0² + Σ_{i≥1} z_i²: one short axis.</summary>
internal sealed class Discus(int dimension) : Landscape("discus", dimension, domainRadius: 5)
{
    public override double Evaluate(Span<double> z) => 1e6 * z[0] * z[0] + TensorPrimitives.SumOfSquares<double>(z[1..]);
}
