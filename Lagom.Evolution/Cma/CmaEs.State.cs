namespace Lagom.Evolution;

/// <summary>Saving and loading.</summary>
public sealed partial class CmaEs
{
    internal double PointOf(double step, int coordinate) => _mean[coordinate] + _sigma * _scales[coordinate] * step;

    /// <inheritdoc />
    protected override void Save(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("sigma", _sigma);
        state.Set("mean", _mean);
        state.Set("pathC", _pathC);
        state.Set("pathSigma", _pathSigma);
        state.Set("isDiagonal", _covariance is DiagonalCovariance ? 1L : 0L);
        _covariance.Save(state);
        state.Set("injected", _injected.SelectMany(point => point).ToArray());
        if (IsPending)
        {
            state.Set("draws", _z);
            state.Set("rows", _rows);
            state.Set("injectedInGeneration", (long)_injectedInGeneration);
        }

        _margin?.Save(state);
        _penalty?.Save(state);
    }

    /// <inheritdoc />
    protected override void Load(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        int n = _mean.Length;
        double sigma = state.GetDouble("sigma");
        if (!(sigma > 0 && double.IsFinite(sigma)))
            throw new InvalidDataException("The saved step size is not positive and finite.");
        double[] mean = state.GetArray("mean", n), pathC = state.GetArray("pathC", n), pathSigma = state.GetArray("pathSigma", n);
        if (mean.Concat(pathC).Concat(pathSigma).Any(value => !double.IsFinite(value)))
            throw new InvalidDataException("The saved mean or a path holds a number that is not finite.");
        CovarianceModel covariance = EmptyCovariance(state.GetInt64("isDiagonal") != 0).Read(state);
        double[] injected = state.GetArray("injected");
        if (injected.Length % n != 0)
            throw new InvalidDataException($"The saved state is damaged: its injected points have {injected.Length} numbers; a point has {n}.");
        double[] draws = IsPending ? state.GetArray("draws", PopulationSize * n) : _z;
        double[] rows = IsPending ? state.GetArray("rows", draws.Length + n) : _rows;
        int injectedInGeneration = IsPending ? (int)state.GetInt64("injectedInGeneration") : 0;
        double[]? stretch = _margin?.Read(state);
        BoundPenalty? penalty = _penalty?.Read(state);

        (_sigma, _covariance, _z, _rows, _injectedInGeneration) = (sigma, covariance, draws, rows, injectedInGeneration);
        mean.CopyTo(_mean, 0);
        pathC.CopyTo(_pathC, 0);
        pathSigma.CopyTo(_pathSigma, 0);
        _coefficients = new double[rows.Length / n];
        _injected.Clear();
        _injected.AddRange(injected.Chunk(n));
        if (stretch is not null)
            _margin!.Load(stretch);
        if (penalty is not null)
            _penalty!.CopyFrom(penalty);
    }

    private CovarianceModel EmptyCovariance(bool isDiagonal)
    {
        var variances = new double[_mean.Length];
        double growth = _options.Convention == CmaConvention.Pycma && !isDiagonal ? 1e-4 / variances.Length : 0;
        for (int i = 0; i < variances.Length; i++)
            variances[i] = Math.Exp(growth * i);
        return isDiagonal
            ? new DiagonalCovariance(variances)
            : new FullCovariance(variances, _parameters.DecompositionGap, _options.LinearAlgebra);
    }
}
