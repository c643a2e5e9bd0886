using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The local weighted polynomial at a query: neighbours weighted by inverse distance, offsets in units of the farthest one, solved
/// by Householder QR. A monomial that the neighbours do not determine (they lie in a row, say) is left out; where the value at the
/// query itself is undetermined the fit is done again at a lower degree, down to the weighted mean. Immutable.
/// </summary>
internal sealed class LocalPolynomial
{
    /// <summary>A neighbour nearer than this, in whitened units, answers with its stored value.</summary>
    public const double SamePoint = 1e-10;

    private const double SmallestWeightDistance = 1e-15;
    private const double ConditionLimit = 1e10;

    private readonly MonomialTable _monomials;
    private readonly int _targets;
    private readonly int _firstErrorTarget;
    private readonly RatioProxy? _proxy;
    private readonly int _stride;

    /// <param name="dimension">Dimension of the whitened coordinates.</param>
    /// <param name="degree">Degree of the polynomial.</param>
    /// <param name="neighbours">Neighbours of a fit; more than there are monomials.</param>
    /// <param name="targets">Numbers stored per point, each fitted.</param>
    /// <param name="firstErrorTarget">The spread is the largest over the targets from this one on.</param>
    /// <param name="proxy">The proxy to compute for the ratio error model, or null.</param>
    public LocalPolynomial(int dimension, int degree, int neighbours, int targets, int firstErrorTarget, RatioProxy? proxy)
    {
        _monomials = new MonomialTable(dimension, degree);
        _targets = targets;
        _firstErrorTarget = firstErrorTarget;
        _proxy = proxy;
        _stride = HouseholderKernel.Stride(neighbours);
        Neighbours = neighbours;
    }

    public int Dimension => _monomials.Dimension;

    public int Degree => _monomials.Degree;

    public int Neighbours { get; }

    /// <summary>The proxy that is computed for the ratio error model, or null.</summary>
    public RatioProxy? Proxy => _proxy;

    /// <summary>Numbers of working memory that a fit takes.</summary>
    public static long WorkspaceLength(int dimension, int degree, int neighbours, int targets) =>
        (long)HouseholderKernel.Stride(neighbours) * (1 + dimension + MonomialTable.CountOf(dimension, degree) + targets);

    /// <summary>Predicts every target at a query from its neighbours.</summary>
    /// <param name="index">The points.</param>
    /// <param name="outputs">Their targets.</param>
    /// <param name="query">The query, whitened.</param>
    /// <param name="neighbours">The nearest points, nearest first.</param>
    /// <param name="distances">Their distances.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives the predicted targets.</param>
    public LocalEstimate Evaluate(
        NeighbourIndex index,
        OutputTable outputs,
        ReadOnlySpan<double> query,
        ReadOnlySpan<int> neighbours,
        ReadOnlySpan<double> distances,
        Scratch scratch,
        Span<double> values)
    {
        double mean = MeanOf(distances);
        if (distances[0] < SamePoint)
        {
            outputs.Row(neighbours[0])[.._targets].CopyTo(values);
            return new LocalEstimate(0, mean, DistanceProxy(index, query, neighbours, distances, mean));
        }

        Span<double> workspace = scratch.Workspace(_stride * (1 + Dimension + _monomials.Count + _targets));
        Gather(index, query, neighbours, distances, workspace);
        double spread = 0;
        int degree = Degree;
        while (!TrySolve(degree, outputs, neighbours, workspace, values, out spread) && degree > 0)
            degree--;

        double proxy = _proxy == RatioProxy.DegreeDifference
            ? DegreeDifference(degree, outputs, neighbours, workspace, values, spread)
            : DistanceProxy(index, query, neighbours, distances, mean);
        return new LocalEstimate(spread, mean, proxy);
    }

    private static double MeanOf(ReadOnlySpan<double> distances)
    {
        double sum = 0;
        foreach (double distance in distances)
            sum += distance;
        return sum / distances.Length;
    }

    /// <summary>Writes the row scales √(w / max w) and the offsets in units of the farthest neighbour, each a padded column.</summary>
    private void Gather(
        NeighbourIndex index, ReadOnlySpan<double> query, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> distances, Span<double> workspace)
    {
        double nearest = Math.Max(distances[0], SmallestWeightDistance);
        double unit = 1 / distances[^1];
        Span<double> offsets = workspace.Slice(_stride, _stride * Dimension);
        for (int i = 0; i < neighbours.Length; i++)
        {
            workspace[i] = Math.Sqrt(nearest / Math.Max(distances[i], SmallestWeightDistance));
            ReadOnlySpan<double> point = index.Point(neighbours[i]);
            for (int j = 0; j < query.Length && j < point.Length; j++)
                offsets[(j * _stride) + i] = (point[j] - query[j]) * unit;
        }

        for (int i = neighbours.Length; i < _stride; i++)
        {
            for (int j = 0; j <= Dimension; j++)
                workspace[(j * _stride) + i] = 0;
        }
    }

    /// <summary>Solves at one degree; the constant column comes last, see <see cref="HouseholderKernel"/>.</summary>
    private bool TrySolve(
        int degree, OutputTable outputs, ReadOnlySpan<int> neighbours, Span<double> workspace, Span<double> values, out double spread)
    {
        int columns = _monomials.CountUpTo(degree);
        ReadOnlySpan<double> scales = workspace[.._stride];
        Span<double> matrix = workspace[(_stride * (1 + Dimension))..];
        ReadOnlySpan<int> parents = _monomials.Parents;
        ReadOnlySpan<int> variables = _monomials.Variables;
        for (int monomial = 1; monomial < columns; monomial++)
        {
            ReadOnlySpan<double> variable = workspace.Slice(_stride * (1 + variables[monomial]), _stride);
            ReadOnlySpan<double> parent = parents[monomial] == 0 ? scales : Column(matrix, parents[monomial] - 1);
            HouseholderKernel.Multiply(parent, variable, Column(matrix, monomial - 1));
        }

        scales.CopyTo(Column(matrix, columns - 1));
        Span<double> targets = matrix.Slice(columns * _stride, _targets * _stride);
        for (int i = 0; i < neighbours.Length; i++)
        {
            ReadOnlySpan<double> known = outputs.Row(neighbours[i]);
            for (int t = 0; t < known.Length; t++)
                targets[(t * _stride) + i] = scales[i] * known[t];
        }

        for (int t = 0; t < _targets; t++)
            Column(targets, t)[neighbours.Length..].Clear();

        spread = double.PositiveInfinity;
        int rank = HouseholderKernel.Factor(matrix, _stride, columns, columns + _targets, ConditionLimit, out double diagonal);
        if (rank == 0)
            return false;

        double largest = 0;
        for (int t = 0; t < _targets; t++)
        {
            ReadOnlySpan<double> column = Column(targets, t);
            values[t] = column[rank - 1] / diagonal;
            if (t < _firstErrorTarget)
                continue;
            double squares = 0;
            for (int i = rank; i < neighbours.Length; i++)
                squares += column[i] * column[i];
            largest = Math.Max(largest, squares);
        }

        spread = Math.Sqrt(largest / (neighbours.Length - rank)) / Math.Abs(diagonal);
        return true;
    }

    private double DegreeDifference(
        int degree, OutputTable outputs, ReadOnlySpan<int> neighbours, Span<double> workspace, ReadOnlySpan<double> values, double spread)
    {
        Span<double> lower = _targets <= 32 ? stackalloc double[_targets] : new double[_targets];
        if (degree == 0 || !TrySolve(degree - 1, outputs, neighbours, workspace, lower, out _))
            return spread;
        double largest = 0;
        for (int t = _firstErrorTarget; t < _targets; t++)
            largest = Math.Max(largest, Math.Abs(values[t] - lower[t]));
        return largest;
    }

    private double DistanceProxy(
        NeighbourIndex index, ReadOnlySpan<double> query, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> distances, double mean) =>
        _proxy switch
        {
            RatioProxy.NearestDistance => distances[0],
            RatioProxy.MeanDistance => mean,
            RatioProxy.HarmonicMeanDistance => HarmonicMean(distances),
            RatioProxy.OffsetNorm => OffsetNorm(index, query, neighbours),
            _ => 0,
        };

    private static double HarmonicMean(ReadOnlySpan<double> distances)
    {
        double sum = 0;
        foreach (double distance in distances)
            sum += 1 / distance;
        return distances.Length / sum;
    }

    private static double OffsetNorm(NeighbourIndex index, ReadOnlySpan<double> query, ReadOnlySpan<int> neighbours)
    {
        double squares = 0;
        for (int j = 0; j < query.Length; j++)
        {
            double sum = 0;
            foreach (int neighbour in neighbours)
                sum += index.Point(neighbour)[j] - query[j];
            squares += sum * sum;
        }

        return Math.Sqrt(squares);
    }

    private Span<double> Column(Span<double> matrix, int column) => matrix.Slice(column * _stride, _stride);
}
