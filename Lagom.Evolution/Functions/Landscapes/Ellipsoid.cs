using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>Σ 10^(6 i/(n-1)) z_i², i from 0: condition number 10^6.</summary>
internal sealed class Ellipsoid : Landscape
{
    private readonly double[] _weights;

    public Ellipsoid(int dimension)
        : base("ellipsoid", dimension, domainRadius: 5) => _weights = Conditioning.Powers(1e6, dimension);

    public override double Evaluate(Span<double> z)
    {
        TensorPrimitives.Multiply(z, z, z);
        return TensorPrimitives.Dot<double>(z, _weights);
    }
}
