using System.Numerics.Tensors;
using Lagom.Evolution.LinearAlgebra;

namespace Lagom.Evolution;

/// <summary>Drawing candidates.</summary>
public sealed partial class CmaEs
{
    private readonly List<double[]> _injected = [];
    private int _injectedInGeneration;

    /// <summary>
    /// Lets a point compete in the next generation asked, in place of a draw. It is moved towards the mean where it lies farther than nearly all
    /// draws would, since a far point would distort the search; what ask returns is what shall be evaluated. It never takes variance away.
    /// </summary>
    /// <param name="candidate">The point [dimension]. Range: finite; inside the bounds where there are any.</param>
    /// <exception cref="ArgumentException">The point has another dimension, or is not finite.</exception>
    public void Inject(ReadOnlySpan<double> candidate)
    {
        OptionCheck.RequirePoint(candidate, nameof(candidate));
        OptionCheck.Require(candidate.Length == Dimension, $"{nameof(candidate)}.Length", candidate.Length, $"the dimension {Dimension}");
        var searched = new double[_mean.Length];
        _map.ToSearched(candidate, searched);
        _injected.Add(searched);
    }

    /// <inheritdoc />
    protected override void Sample(Span<double> candidates)
    {
        int n = _mean.Length, count = PopulationSize;
        if (!double.IsFinite(_sigma * _covariance.LongestAxis) || !double.IsFinite(TensorPrimitives.Sum<double>(_mean)))
        {
            throw new InvalidOperationException(
                "The step size is no longer finite: the search has diverged, as it does on functions without a lower bound. Stop by StepGrowthLimit, or start again.");
        }

        _covariance.Refresh();
        if (_z.Length != count * n)
            _z = new double[count * n];
        EnsureRows(count);
        Draw(_z, count);
        Span<double> rows = _rows.AsSpan(0, count * n);
        _covariance.Transform(_z, rows, count);
        PlaceInjected(rows, count);
        for (int i = 0; i < count; i++)
            Place(rows.Slice(i * n, n), candidates.Slice(i * Dimension, Dimension));
    }

    /// <inheritdoc />
    protected override bool Resample(int index, Span<double> candidate)
    {
        if (_options.Mirrored || _options.Orthogonal)
            return false;
        int n = _mean.Length;
        Span<double> z = _z.AsSpan(index * n, n), row = _rows.AsSpan(index * n, n);
        Random.FillNormal(z);
        _covariance.Transform(z, row, 1);
        Place(row, candidate);
        return true;
    }

    // x = m + sigma scale y, as a candidate.
    private void Place(ReadOnlySpan<double> row, Span<double> candidate)
    {
        Span<double> point = _map.IsIdentity ? candidate : _scratch;
        TensorPrimitives.Multiply(row, _scales, point);
        _margin?.Scale(point);
        TensorPrimitives.MultiplyAdd(point, _sigma, _mean, point);
        if (!_map.IsIdentity)
            _map.ToCandidate(point, candidate);
    }

    private void Draw(Span<double> z, int count)
    {
        int n = _mean.Length;
        if (!_options.Mirrored)
        {
            Random.FillNormal(z);
            if (_options.Orthogonal)
                Orthogonaliser.Apply(z, count, n);
            return;
        }

        // The first half are draws, which mirror images then spread out between.
        int draws = (count + 1) / 2;
        Random.FillNormal(z[..(draws * n)]);
        if (_options.Orthogonal)
            Orthogonaliser.Apply(z[..(draws * n)], draws, n);
        for (int i = count - 1; i > 0; i--)
        {
            Span<double> source = z.Slice(i / 2 * n, n), target = z.Slice(i * n, n);
            if (i % 2 == 0)
                source.CopyTo(target);
            else
                TensorPrimitives.Negate(source, target);
        }
    }

    private void PlaceInjected(Span<double> rows, int count)
    {
        int n = _mean.Length;
        _injectedInGeneration = Math.Min(_injected.Count, count);
        for (int i = 0; i < _injectedInGeneration; i++)
        {
            Span<double> row = rows.Slice(i * n, n), z = _z.AsSpan(i * n, n);
            ToRow(_injected[i], row);
            _covariance.Whiten(row, z, 1);
            Shorten(row, z, 1);
        }

        _injected.RemoveRange(0, _injectedInGeneration);
    }

    // y = (x - m) / (sigma scale).
    private void ToRow(ReadOnlySpan<double> searched, Span<double> row)
    {
        TensorPrimitives.Subtract(searched, _mean, row);
        TensorPrimitives.Divide(row, _scales, row);
        _margin?.Unscale(row);
        TensorPrimitives.Divide(row, _sigma, row);
    }

    private void Shorten(Span<double> row, Span<double> z, double times)
    {
        double n = _mean.Length;
        double limit = times * (Math.Sqrt(n) + 2 * n / (n + 2));
        double length = TensorPrimitives.Norm<double>(z);
        if (!(length > limit))
            return;
        TensorPrimitives.Multiply(row, limit / length, row);
        TensorPrimitives.Multiply(z, limit / length, z);
    }

    private void EnsureRows(int count)
    {
        // One row more holds the covariance path.
        if (_coefficients.Length == count + 1)
            return;
        _rows = new double[(count + 1) * _mean.Length];
        _coefficients = new double[count + 1];
    }
}
