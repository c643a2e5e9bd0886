using System.Numerics.Tensors;
using Lagom.Evolution.LinearAlgebra;

namespace Lagom.Evolution;

/// <summary>The whole matrix, with its eigendecomposition renewed only as often as its learning rates ask for.</summary>
internal sealed class FullCovariance : CovarianceModel
{
    private const double HighestCondition = 1e28;

    private readonly SymmetricMatrixMath _math;
    private readonly LinearAlgebraKind _kind;
    private readonly long _gap;
    private readonly double[] _matrix;
    private readonly double[] _vectors;
    private readonly double[] _axes;
    private readonly double[] _newVectors;
    private readonly double[] _newValues;
    private double[] _scaled = [];
    private long _updates;

    /// <summary>Starts with a diagonal matrix.</summary>
    public FullCovariance(ReadOnlySpan<double> variances, long gap, LinearAlgebraKind kind)
        : base(variances.Length)
    {
        _gap = gap;
        _kind = kind;
        _math = new SymmetricMatrixMath(Size, kind);
        _matrix = new double[Size * Size];
        _vectors = new double[Size * Size];
        _newVectors = new double[Size * Size];
        _newValues = new double[Size];
        _axes = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            _matrix[i * Size + i] = variances[i];
            _vectors[i * Size + i] = 1;
            _axes[i] = Math.Sqrt(variances[i]);
        }
    }

    public override double LongestAxis => TensorPrimitives.Max<double>(_axes);

    public override double ShortestAxis => TensorPrimitives.Min<double>(_axes);

    public override double Variance(int index) => _matrix[index * Size + index];

    public override void Refresh()
    {
        if (_updates < _gap)
            return;
        if (!_math.Decompose(_matrix, _newValues, _newVectors) || !double.IsFinite(_newValues[^1]) || _newValues[^1] <= 0)
        {
            throw new InvalidOperationException(
                "The covariance matrix cannot be decomposed: it holds numbers that are not finite, or no positive variance. The step size has probably diverged; stop earlier or start again.");
        }

        double smallest = _newValues[^1] / HighestCondition;
        for (int i = 0; i < Size; i++)
            _axes[i] = Math.Sqrt(Math.Max(_newValues[i], smallest));
        _newVectors.CopyTo(_vectors, 0);
        _updates = 0;
    }

    public override void Transform(ReadOnlySpan<double> z, Span<double> y, int rows)
    {
        Span<double> scaled = Scratch(rows * Size);
        for (int i = 0; i < rows; i++)
            TensorPrimitives.Multiply(z.Slice(i * Size, Size), _axes, scaled.Slice(i * Size, Size));
        _math.Multiply(scaled, _vectors, y, rows);
    }

    public override void Whiten(ReadOnlySpan<double> y, Span<double> z, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < Size; k++)
                z[i * Size + k] = TensorPrimitives.Dot(_vectors.AsSpan(k * Size, Size), y.Slice(i * Size, Size)) / _axes[k];
        }
    }

    public override void InverseRoot(ReadOnlySpan<double> z, Span<double> result)
    {
        result.Clear();
        for (int k = 0; k < Size; k++)
            TensorPrimitives.MultiplyAdd(_vectors.AsSpan(k * Size, Size), z[k], result, result);
    }

    public override void Update(double decay, ReadOnlySpan<double> rows, ReadOnlySpan<double> coefficients)
    {
        Span<double> scaled = Scratch(rows.Length);
        for (int i = 0; i < coefficients.Length; i++)
            TensorPrimitives.Multiply(rows.Slice(i * Size, Size), coefficients[i], scaled.Slice(i * Size, Size));
        TensorPrimitives.Multiply(_matrix, decay, _matrix);
        _math.AddSymmetric(rows, scaled, _matrix, coefficients.Length);
        _updates++;
    }

    public override void ScaleCoordinate(int index, double factor)
    {
        for (int i = 0; i < Size; i++)
        {
            _matrix[index * Size + i] *= factor;
            _matrix[i * Size + index] *= factor;
        }

        _updates = _gap;
    }

    public override double[] ToMatrix() => _matrix.AsSpan().ToArray();

    public override void WriteAxis(int index, Span<double> axis) =>
        TensorPrimitives.Multiply(_vectors.AsSpan(index * Size, Size), _axes[index], axis);

    public override void Save(StrategyState state)
    {
        state.Set("covariance", _matrix);
        state.Set("eigenvectors", _vectors);
        state.Set("axes", _axes);
        state.Set("updates", _updates);
    }

    public override CovarianceModel Read(StrategyState state)
    {
        double[] axes = state.GetArray("axes", Size);
        double[] matrix = state.GetArray("covariance", Size * Size);
        double[] vectors = state.GetArray("eigenvectors", Size * Size);
        var read = new FullCovariance(axes, _gap, _kind) { _updates = state.GetInt64("updates") };
        Check(matrix, axes);
        axes.CopyTo(read._axes, 0);
        matrix.CopyTo(read._matrix, 0);
        vectors.CopyTo(read._vectors, 0);
        return read;
    }

    private void Check(double[] matrix, double[] axes)
    {
        if (axes.Any(axis => !(axis > 0) || !double.IsFinite(axis)))
            throw new InvalidDataException("The saved covariance matrix is not positive definite: an axis is not positive.");
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!matrix[i * Size + j].Equals(matrix[j * Size + i]))
                    throw new InvalidDataException($"The saved covariance matrix is not symmetric at ({i}, {j}).");
            }
        }

        if (!_math.Decompose(matrix, _newValues, _newVectors) || !(_newValues[0] > -1e-12 * _newValues[^1]) || !(_newValues[^1] > 0))
        {
            throw new InvalidDataException(
                $"The saved covariance matrix is not positive definite: its smallest eigenvalue is {_newValues[0].ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
        }
    }

    private Span<double> Scratch(int length)
    {
        if (_scaled.Length < length)
            _scaled = new double[length];
        return _scaled.AsSpan(0, length);
    }
}
