using System.Numerics.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>1 + Σ z_i²/4000 - Π cos(z_i/√i), i from 1: ripples on a wide bowl.</summary>
internal sealed class Griewank : Landscape
{
    private readonly double[] _frequencies;

    public Griewank(int dimension)
        : base("griewank", dimension, domainRadius: 600)
    {
        _frequencies = new double[dimension];
        for (int i = 0; i < dimension; i++)
            _frequencies[i] = 1 / Math.Sqrt(i + 1);
    }

    public override double Evaluate(Span<double> z)
    {
        double squares = TensorPrimitives.SumOfSquares<double>(z);
        TensorPrimitives.Multiply(z, _frequencies, z);
        TensorPrimitives.Cos(z, z);
        return 1 + squares / 4000 - TensorPrimitives.Product<double>(z);
    }
}
