using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Learning from a generation.</summary>
public sealed partial class CmaEs
{
    // So short a step has no effect any more, and can still be divided by.
    private const double SmallestSigma = 1e-300;

    private CmaParameters? _otherParameters;
    private double[] _ranked = [];
    private int[] _order = [];

    /// <inheritdoc />
    protected override void Update(ToldGeneration generation)
    {
        int n = _mean.Length, count = generation.Count;
        CmaParameters p = ParametersFor(count);
        _covariance.Refresh();
        if (!generation.AreAsked)
            TakeOthers(generation);
        ReadOnlySpan<double> weights = p.Weights;
        ReadOnlySpan<int> order = Order(generation);

        _step.AsSpan().Clear();
        _whiteStep.AsSpan().Clear();
        for (int rank = 0; rank < p.ParentCount; rank++)
        {
            int i = order[rank] * n;
            TensorPrimitives.MultiplyAdd(_rows.AsSpan(i, n), weights[rank], _step, _step);
            TensorPrimitives.MultiplyAdd(_z.AsSpan(i, n), weights[rank], _whiteStep, _whiteStep);
        }

        _covariance.InverseRoot(_whiteStep, _scratch);
        TensorPrimitives.Multiply(_pathSigma, 1 - p.Cs, _pathSigma);
        TensorPrimitives.MultiplyAdd(_scratch, Math.Sqrt(p.Cs * (2 - p.Cs) * p.Mueff), _pathSigma, _pathSigma);
        double square = TensorPrimitives.SumOfSquares<double>(_pathSigma);
        bool isCalm = square / (1 - Math.Pow(1 - p.Cs, 2.0 * Iterations)) / n - 1 < 1 + 4.0 / (n + 1);
        TensorPrimitives.Multiply(_pathC, 1 - p.Cc, _pathC);
        if (isCalm)
            TensorPrimitives.MultiplyAdd(_step, Math.Sqrt(p.Cc * (2 - p.Cc) * p.Mueff), _pathC, _pathC);

        // m += sigma scale y.
        TensorPrimitives.Multiply(_step, _scales, _scratch);
        TensorPrimitives.MultiplyAdd(_scratch, _sigma, _mean, _mean);
        UpdateCovariance(p, order, isCalm);
        _sigma = Math.Max(_sigma * Math.Exp(Math.Min(1, p.Cs / p.Damping * (Math.Sqrt(square) / p.ChiN - 1))), SmallestSigma);
        KeepLimits();
        MoveIntoMargins();
        if (_covariance is DiagonalCovariance diagonal && Iterations >= _options.DiagonalIterations)
            _covariance = new FullCovariance(diagonal.Variances, p.DecompositionGap, _options.LinearAlgebra);
    }

    private void UpdateCovariance(CmaParameters p, ReadOnlySpan<int> order, bool isCalm)
    {
        int n = _mean.Length, count = p.PopulationSize;
        bool isDiagonal = _covariance is DiagonalCovariance;
        double c1 = isDiagonal ? p.C1Diagonal : p.C1, cmu = isDiagonal ? p.CmuDiagonal : p.Cmu;
        double c1a = c1 * (1 - (isCalm ? 0 : p.Cc * (2 - p.Cc)));
        double unused = 0;
        for (int rank = 0; rank < count; rank++)
        {
            int i = order[rank];
            double weight = p.Weights[rank];
            if (weight < 0)
            {
                if (i < _injectedInGeneration)
                {
                    unused += weight;
                    weight = 0;
                }
                else
                {
                    // So long a step takes no more away than one of the expected length, which keeps the matrix positive definite.
                    double squared = TensorPrimitives.SumOfSquares<double>(_z.AsSpan(i * n, n));
                    weight *= n / Math.Max(squared, 1e-300);
                }
            }

            _coefficients[i] = cmu * weight;
        }

        _pathC.CopyTo(_rows.AsSpan(count * n));
        _coefficients[count] = c1;
        _covariance.Update(1 - c1a - cmu * (p.WeightSum - unused), _rows.AsSpan(0, (count + 1) * n), _coefficients.AsSpan(0, count + 1));
    }

    private CmaParameters ParametersFor(int count)
    {
        if (count == PopulationSize)
            return _parameters;
        OptionCheck.Require(count >= Math.Max(2, 2 * (_options.ParentCount ?? 1)), "values.Length", count, $"at least {Math.Max(2, 2 * (_options.ParentCount ?? 1))}");
        if (_otherParameters?.PopulationSize != count)
            _otherParameters = new CmaParameters(_mean.Length, count, _options);
        return _otherParameters;
    }

    private void TakeOthers(ToldGeneration generation)
    {
        int n = _mean.Length, count = generation.Count;
        _injectedInGeneration = 0;
        if (_z.Length != count * n)
            _z = new double[count * n];
        EnsureRows(count);
        for (int i = 0; i < count; i++)
        {
            _map.ToSearched(generation[i], _scratch);
            ToRow(_scratch, _rows.AsSpan(i * n, n));
        }

        _covariance.Whiten(_rows.AsSpan(0, count * n), _z, count);
        if (_options.OtherSolutionsLimit is not { } limit)
            return;
        for (int i = 0; i < count; i++)
            Shorten(_rows.AsSpan(i * n, n), _z.AsSpan(i * n, n), limit);
    }

    // The ranks that the update uses: by value, unless options change them.
    private ReadOnlySpan<int> Order(ToldGeneration generation)
    {
        bool isPaired = _options.Mirrored && generation.AreAsked;
        if (!isPaired && _penalty is null && !_options.Elitist)
            return generation.Order;
        int count = generation.Count;
        if (_order.Length != count)
        {
            _order = new int[count];
            _ranked = new double[count];
        }

        generation.Order.CopyTo(_order);
        generation.Values.CopyTo(_ranked);
        if (_penalty is not null)
        {
            _penalty.Update(generation, _mean, Deviations(), _parameters.Mueff);
            _penalty.Add(_ranked, _rows, this);
            Array.Sort(_order, (a, b) => _ranked[a].CompareTo(_ranked[b]) is var by && by != 0 ? by : a.CompareTo(b));
        }

        if (isPaired)
            BestOfPairsFirst(_order);
        if (_options.Elitist && BestValue < generation.Values[generation.Order[0]])
            BestTakesPlaceOfWorst(_order);
        return _order;
    }

    // The best so far is the first again; the worst makes room for it.
    private void BestTakesPlaceOfWorst(int[] order)
    {
        int n = _mean.Length, worst = order[^1];
        _map.ToSearched(Best, _scratch);
        Span<double> row = _rows.AsSpan(worst * n, n), z = _z.AsSpan(worst * n, n);
        ToRow(_scratch, row);
        _covariance.Whiten(row, z, 1);
        Array.Copy(order, 0, order, 1, order.Length - 1);
        order[0] = worst;
    }

    // Stably moves the worse one of each mirrored pair behind the better ones of all pairs.
    private static void BestOfPairsFirst(int[] order)
    {
        var isSeen = new bool[(order.Length + 1) / 2];
        var worse = new List<int>(order.Length);
        int next = 0;
        foreach (int index in order)
        {
            if (isSeen[index / 2])
            {
                worse.Add(index);
                continue;
            }

            isSeen[index / 2] = true;
            order[next++] = index;
        }

        worse.CopyTo(order, next);
    }

    private void KeepLimits()
    {
        if (_options.MinStd == 0 && _options.MaxStd is null)
            return;
        for (int i = 0; i < _mean.Length; i++)
        {
            double deviation = StandardDeviation(i);
            double kept = Math.Clamp(deviation, _options.MinStd, _options.MaxStd ?? double.PositiveInfinity);
            if (!kept.Equals(deviation) && deviation > 0)
                _covariance.ScaleCoordinate(i, kept / deviation);
        }
    }

    private void MoveIntoMargins()
    {
        if (_margin is not null)
            _margin.Correct(_mean, Deviations());
    }

    private double[] Deviations()
    {
        var deviations = new double[_mean.Length];
        for (int i = 0; i < deviations.Length; i++)
            deviations[i] = StandardDeviation(i);
        return deviations;
    }
}
