using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>A covariance C = A Aᵀ through a factor A and its inverse, which rank-one updates change in O(n²).</summary>
internal sealed class FactoredCovariance
{
    private readonly int _dimension;
    private readonly double[] _factor;
    private readonly double[] _inverseFactor;
    private readonly double[] _whitened;
    private readonly double[] _row;

    /// <summary>Starts with a diagonal.</summary>
    /// <param name="stds">The standard deviations.</param>
    public FactoredCovariance(ReadOnlySpan<double> stds)
    {
        _dimension = stds.Length;
        _factor = new double[_dimension * _dimension];
        _inverseFactor = new double[_dimension * _dimension];
        _whitened = new double[_dimension];
        _row = new double[_dimension];
        for (int i = 0; i < _dimension; i++)
        {
            _factor[i * _dimension + i] = stds[i];
            _inverseFactor[i * _dimension + i] = 1 / stds[i];
        }
    }

    /// <summary>A, row by row.</summary>
    public ReadOnlySpan<double> Factor => _factor;

    /// <summary>The inverse of A, row by row.</summary>
    public ReadOnlySpan<double> InverseFactor => _inverseFactor;

    /// <summary>Replaces C by kept C + weight p pᵀ.</summary>
    public void Update(double kept, double weight, ReadOnlySpan<double> p)
    {
        double scale = Math.Sqrt(kept);
        Rows.Multiply(_inverseFactor, p, _whitened);
        double square = TensorPrimitives.SumOfSquares<double>(_whitened);
        double growth = Math.Sqrt(1 + weight / kept * square);
        double outer = square > 0 ? (growth - 1) / square : 0;
        Rows.WeightedSum(_inverseFactor, _whitened, _row);
        for (int i = 0; i < _dimension; i++)
        {
            Span<double> factor = _factor.Row(i, _dimension);
            TensorPrimitives.MultiplyAdd(_whitened, outer * p[i], factor, factor);
            TensorPrimitives.Multiply(factor, scale, factor);
            Span<double> inverse = _inverseFactor.Row(i, _dimension);
            TensorPrimitives.MultiplyAdd(_row, -outer / growth * _whitened[i], inverse, inverse);
            TensorPrimitives.Divide(inverse, scale, inverse);
        }
    }

    /// <summary>Throws where two matrices of a saved state are no factor and its inverse.</summary>
    public void Check(ReadOnlySpan<double> factor, ReadOnlySpan<double> inverseFactor)
    {
        var transposed = new double[inverseFactor.Length];
        for (int i = 0; i < _dimension; i++)
        {
            for (int j = 0; j < _dimension; j++)
                transposed[j * _dimension + i] = inverseFactor[i * _dimension + j];
        }

        StateChecks.RequireInverses(factor, transposed, _dimension);
    }

    /// <summary>Takes both matrices from a saved state.</summary>
    public void Load(ReadOnlySpan<double> factor, ReadOnlySpan<double> inverseFactor)
    {
        factor.CopyTo(_factor);
        inverseFactor.CopyTo(_inverseFactor);
    }
}
