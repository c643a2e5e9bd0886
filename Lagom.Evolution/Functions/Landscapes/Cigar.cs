using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>z_0² + 10^6 Σ_{i≥1} z_i²: one long axis.</summary>
internal sealed class Cigar(int dimension) : Landscape("cigar", dimension, domainRadius: 5)
{
    public override double Evaluate(Span<double> z) => z[0] * z[0] + 1e6 * TensorPrimitives.SumOfSquares<double>(z[1..]);
}
