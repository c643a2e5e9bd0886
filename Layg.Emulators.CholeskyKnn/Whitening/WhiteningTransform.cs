namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The affine map t = W (x - mean) to coordinates in which the points have unit covariance, and the directions in which they do not
/// spread at all: a point that leaves the points' hyperplane along one of them has no image. Immutable.
/// </summary>
/// <remarks>
/// | name | shape |
/// |---|---|
/// | W | [Rank, InputDimension], row-major |
/// | dropped directions | [InputDimension - Rank, InputDimension], row-major |
/// </remarks>
internal sealed class WhiteningTransform
{
    private readonly double[] _mean;
    private readonly double[] _matrix;
    private readonly double[] _dropped;
    private readonly double[] _tolerances;

    public WhiteningTransform(double[] mean, double[] matrix, double[] dropped, double[] tolerances)
    {
        _mean = mean;
        _matrix = matrix;
        _dropped = dropped;
        _tolerances = tolerances;
        Rank = matrix.Length / mean.Length;
    }

    public int InputDimension => _mean.Length;

    /// <summary>Dimension of the whitened coordinates; smaller than the input's where directions were dropped.</summary>
    public int Rank { get; }

    public ReadOnlySpan<double> Mean => _mean;

    public ReadOnlySpan<double> Matrix => _matrix;

    public ReadOnlySpan<double> Dropped => _dropped;

    /// <summary>How far a point may leave the hyperplane along each dropped direction.</summary>
    public ReadOnlySpan<double> Tolerances => _tolerances;

    /// <summary>Maps a point; false when it leaves the hyperplane of the points, or is not finite.</summary>
    public bool TryApply(ReadOnlySpan<double> point, Span<double> whitened)
    {
        for (int i = 0; i < _tolerances.Length; i++)
        {
            if (!(Math.Abs(Project(_dropped, i, point)) <= _tolerances[i]))
                return false;
        }

        bool finite = true;
        for (int i = 0; i < Rank; i++)
        {
            double value = Project(_matrix, i, point);
            whitened[i] = value;
            finite &= double.IsFinite(value);
        }

        return finite;
    }

    private double Project(double[] rows, int row, ReadOnlySpan<double> point)
    {
        ReadOnlySpan<double> direction = rows.AsSpan(row * _mean.Length, _mean.Length);
        ReadOnlySpan<double> mean = _mean;
        double sum = 0;
        for (int j = 0; j < direction.Length && j < point.Length && j < mean.Length; j++)
            sum += direction[j] * (point[j] - mean[j]);
        return sum;
    }
}
