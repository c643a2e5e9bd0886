using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Only the diagonal: a variance per coordinate. Everything costs rows times size.</summary>
/// <remarks><b>Source:</b> Ros and Hansen (2008), "A simple modification in CMA-ES achieving linear time and space complexity".</remarks>
internal sealed class DiagonalCovariance : CovarianceModel
{
    private readonly double[] _variances;
    private readonly double[] _deviations;
    private readonly double[] _scratch;

    /// <summary>Starts with the variances given.</summary>
    public DiagonalCovariance(ReadOnlySpan<double> variances)
        : base(variances.Length)
    {
        _variances = variances.ToArray();
        _deviations = new double[Size];
        _scratch = new double[Size];
        TensorPrimitives.Sqrt<double>(_variances, _deviations);
    }

    public override double LongestAxis => TensorPrimitives.Max<double>(_deviations);

    public override double ShortestAxis => TensorPrimitives.Min<double>(_deviations);

    /// <summary>The variances [size].</summary>
    public ReadOnlySpan<double> Variances => _variances;

    public override double Variance(int index) => _variances[index];

    public override void Refresh()
    {
        if (!double.IsFinite(TensorPrimitives.Sum<double>(_variances)))
            throw new InvalidOperationException("A variance is not finite. The step size has probably diverged; stop earlier or start again.");
    }

    public override void Transform(ReadOnlySpan<double> z, Span<double> y, int rows)
    {
        for (int i = 0; i < rows; i++)
            TensorPrimitives.Multiply(z.Slice(i * Size, Size), _deviations, y.Slice(i * Size, Size));
    }

    public override void Whiten(ReadOnlySpan<double> y, Span<double> z, int rows)
    {
        for (int i = 0; i < rows; i++)
            TensorPrimitives.Divide(y.Slice(i * Size, Size), _deviations, z.Slice(i * Size, Size));
    }

    public override void InverseRoot(ReadOnlySpan<double> z, Span<double> result) => z.CopyTo(result);

    public override void Update(double decay, ReadOnlySpan<double> rows, ReadOnlySpan<double> coefficients)
    {
        TensorPrimitives.Multiply(_variances, decay, _variances);
        for (int i = 0; i < coefficients.Length; i++)
        {
            ReadOnlySpan<double> row = rows.Slice(i * Size, Size);
            TensorPrimitives.Multiply(row, row, _scratch);
            TensorPrimitives.MultiplyAdd(_scratch, coefficients[i], _variances, _variances);
        }

        TensorPrimitives.Max(_variances, double.Epsilon, _variances);
        TensorPrimitives.Sqrt<double>(_variances, _deviations);
    }

    public override void ScaleCoordinate(int index, double factor)
    {
        _variances[index] *= factor * factor;
        _deviations[index] = Math.Sqrt(_variances[index]);
    }

    public override double[] ToMatrix()
    {
        var matrix = new double[Size * Size];
        for (int i = 0; i < Size; i++)
            matrix[i * Size + i] = _variances[i];
        return matrix;
    }

    public override void WriteAxis(int index, Span<double> axis)
    {
        axis.Clear();
        axis[index] = _deviations[index];
    }

    public override void Save(StrategyState state) => state.Set("variances", _variances);

    public override CovarianceModel Read(StrategyState state)
    {
        double[] variances = state.GetArray("variances", Size);
        return variances.All(variance => variance > 0 && double.IsFinite(variance))
            ? new DiagonalCovariance(variances)
            : throw new InvalidDataException("The saved covariance matrix is not positive definite: a variance is not positive.");
    }
}
