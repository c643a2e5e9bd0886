using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Follows the largest singular value of a matrix that changes slowly, by a few steps of power iteration from where it stood.</summary>
internal sealed class SpectralNorm
{
    private const int StepsAtATime = 2;

    private readonly double[] _direction;
    private readonly double[] _image;

    /// <summary>Starts with the direction of equal coordinates.</summary>
    /// <param name="dimension">The number of rows and columns.</param>
    public SpectralNorm(int dimension)
    {
        _direction = new double[dimension];
        _direction.AsSpan().Fill(1 / Math.Sqrt(dimension));
        _image = new double[dimension];
    }

    /// <summary>The right singular vector as far as it is known: all that an estimate depends on, beside the matrix.</summary>
    public Span<double> Direction => _direction;

    /// <summary>Estimates the largest singular value, from below.</summary>
    /// <param name="matrix">The matrix, row by row; n² numbers.</param>
    public double Estimate(ReadOnlySpan<double> matrix)
    {
        double norm = 0;
        for (int step = 0; step < StepsAtATime; step++)
        {
            Rows.Multiply(matrix, _direction, _image);
            norm = TensorPrimitives.Norm<double>(_image);
            Rows.WeightedSum(matrix, _image, _direction);
            double length = TensorPrimitives.Norm<double>(_direction);
            if (!(length > 0))
                return norm;
            TensorPrimitives.Divide(_direction, length, _direction);
        }

        return norm;
    }
}
