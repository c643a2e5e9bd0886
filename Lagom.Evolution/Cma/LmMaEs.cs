using System.Numerics.Tensors;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// LM-MA-ES: CMA-ES for thousands to millions of coordinates. A few direction vectors, each following the search at its own pace, stand for the
/// covariance matrix, so memory and the cost of a candidate grow with <c>n ln n</c>.
/// </summary>
/// <remarks>
/// It follows correlations that a diagonal matrix (<see cref="CmaEsOptions.DiagonalIterations"/>) cannot, but only a few at a time.
/// <para><b>Source:</b> Loshchilov, Glasmachers and Beyer (2017), "Limited-memory matrix adaptation for large scale black-box optimization",
/// arXiv:1705.06693.</para>
/// </remarks>
public sealed class LmMaEs : EvolutionStrategy
{
    private readonly double[] _weights;
    private readonly double _mueff;
    private readonly double _pathRate;
    private readonly double[] _directionRates;
    private readonly double[] _learningRates;
    private readonly double[] _directions;
    private readonly double[] _mean;
    private readonly double[] _path;
    private readonly double[] _whiteStep;
    private readonly double[] _step;
    private readonly double[] _z;
    private readonly double[] _d;
    private readonly double _firstSigma;
    private double _sigma;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">Where it starts [dimension].</param>
    /// <param name="sigma0">The first standard deviation along every coordinate. Range: positive.</param>
    /// <param name="options">Options; the defaults if null.</param>
    /// <exception cref="ArgumentException">The start is empty or not finite, the step is not positive, or an option is out of range.</exception>
    public LmMaEs(ReadOnlySpan<double> x0, double sigma0, LmMaEsOptions? options = null)
        : base("LM-MA-ES", Checked(x0), options ?? new LmMaEsOptions())
    {
        RequireStep(sigma0, nameof(sigma0));
        int n = x0.Length;
        PopulationSize = options?.PopulationSize ?? CmaEs.DefaultPopulationSize(n);
        int parents = PopulationSize / 2;
        _weights = new double[parents];
        for (int i = 0; i < parents; i++)
            _weights[i] = Math.Log(parents + 0.5) - Math.Log(i + 1);
        TensorPrimitives.Divide(_weights, TensorPrimitives.Sum<double>(_weights), _weights);
        _mueff = 1 / TensorPrimitives.SumOfSquares<double>(_weights);
        // The paper's rates are for many coordinates; with few, CMA-ES's own bound them.
        _pathRate = Math.Min(2.0 * PopulationSize / n, (_mueff + 2) / (n + _mueff + 3));
        int count = options?.Directions ?? CmaEs.DefaultPopulationSize(n);
        _directionRates = [.. Enumerable.Range(0, count).Select(i => Math.Min(0.5, 1 / (Math.Pow(1.5, i) * n)))];
        _learningRates = [.. Enumerable.Range(0, count).Select(i => Math.Min(0.5, PopulationSize / (Math.Pow(4, i) * n)))];
        _directions = new double[count * n];
        _mean = SearchStart(x0);
        _path = new double[n];
        _whiteStep = new double[n];
        _step = new double[n];
        _z = new double[PopulationSize * n];
        _d = new double[PopulationSize * n];
        _sigma = _firstSigma = sigma0;
    }

    /// <inheritdoc />
    public override int PopulationSize { get; }

    /// <inheritdoc />
    public override double StepSize => _sigma;

    /// <summary>The mean of the distribution [dimension].</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <inheritdoc />
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(_z);
        for (int i = 0; i < PopulationSize; i++)
            Place(i, candidates.Slice(i * Dimension, Dimension));
    }

    /// <inheritdoc />
    protected override bool Resample(int index, Span<double> candidate)
    {
        Random.FillNormal(_z.AsSpan(index * Dimension, Dimension));
        Place(index, candidate);
        return true;
    }

    /// <inheritdoc />
    protected override void Update(ToldGeneration generation)
    {
        _step.AsSpan().Clear();
        _whiteStep.AsSpan().Clear();
        for (int rank = 0; rank < _weights.Length; rank++)
        {
            int i = generation.Order[rank] * Dimension;
            TensorPrimitives.MultiplyAdd(_d.AsSpan(i, Dimension), _weights[rank], _step, _step);
            TensorPrimitives.MultiplyAdd(_z.AsSpan(i, Dimension), _weights[rank], _whiteStep, _whiteStep);
        }

        TensorPrimitives.MultiplyAdd(_step, _sigma, _mean, _mean);
        Follow(_path, _pathRate);
        for (int j = 0; j < _learningRates.Length; j++)
            Follow(_directions.AsSpan(j * Dimension, Dimension), _learningRates[j]);
        double square = TensorPrimitives.SumOfSquares<double>(_path);
        _sigma = StepRules.Limit(_sigma * Math.Exp(Math.Min(1, _pathRate / 2 * (square / Dimension - 1))));
    }

    /// <inheritdoc />
    protected override void WriteFavorite(Span<double> favorite) => _mean.CopyTo(favorite);

    /// <inheritdoc />
    /// <remarks>The step size for each: what directions add is not resolved by coordinate.</remarks>
    protected override void WriteStandardDeviations(Span<double> deviations) => deviations.Fill(_sigma);

    /// <inheritdoc />
    protected override StopReasons CheckStop(StopCriteria criteria)
    {
        StopReasons reasons = StopReasons.None;
        if (_sigma < criteria.CoordinateTolerance)
            reasons |= StopReasons.CoordinateTolerance;
        if (_sigma > _firstSigma * criteria.StepGrowthLimit)
            reasons |= StopReasons.StepGrowth;
        return reasons;
    }

    /// <inheritdoc />
    protected override void Save(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("sigma", _sigma);
        state.Set("mean", _mean);
        state.Set("path", _path);
        state.Set("directions", _directions);
        if (IsPending)
            state.Set("draws", _z);
    }

    /// <inheritdoc />
    protected override void Load(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double sigma = state.GetDouble("sigma");
        double[] mean = state.GetArray("mean", _mean.Length), path = state.GetArray("path", _path.Length);
        double[] directions = state.GetArray("directions", _directions.Length);
        double[]? draws = IsPending ? state.GetArray("draws", _z.Length) : null;
        if (!(sigma > 0 && double.IsFinite(sigma)))
            throw new InvalidDataException("The saved step size is not positive and finite.");
        _sigma = sigma;
        mean.CopyTo(_mean, 0);
        path.CopyTo(_path, 0);
        directions.CopyTo(_directions, 0);
        draws?.CopyTo(_z, 0);
        for (int i = 0; i < PopulationSize && IsPending; i++)
            Turn(i);
    }

    private static int Checked(ReadOnlySpan<double> x0)
    {
        RequirePoint(x0, nameof(x0));
        return x0.Length;
    }

    private void Place(int index, Span<double> candidate)
    {
        Turn(index);
        TensorPrimitives.MultiplyAdd(_d.AsSpan(index * Dimension, Dimension), _sigma, _mean, candidate);
    }

    // Turns a draw z into a step d, by the directions known so far.
    private void Turn(int index)
    {
        Span<double> d = _d.AsSpan(index * Dimension, Dimension);
        _z.AsSpan(index * Dimension, Dimension).CopyTo(d);
        int known = (int)Math.Min(Iterations, _directionRates.Length);
        for (int j = 0; j < known; j++)
        {
            ReadOnlySpan<double> direction = _directions.AsSpan(j * Dimension, Dimension);
            double rate = _directionRates[j];
            double along = TensorPrimitives.Dot(direction, d);
            TensorPrimitives.Multiply(d, 1 - rate, d);
            TensorPrimitives.MultiplyAdd(direction, rate * along, d, d);
        }
    }

    private void Follow(Span<double> vector, double rate)
    {
        TensorPrimitives.Multiply(vector, 1 - rate, vector);
        TensorPrimitives.MultiplyAdd(_whiteStep, Math.Sqrt(_mueff * rate * (2 - rate)), vector, vector);
    }
}
