using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// CMA-ES: searches with a normal distribution whose mean, step size and covariance matrix follow the ranks of the candidates' values.
/// </summary>
/// <remarks>
/// The method of choice for up to some hundred continuous coordinates, non-convex and badly scaled or correlated functions. It depends on the
/// order of values only. For thousands of coordinates set <see cref="CmaEsOptions.DiagonalIterations"/>, or use <see cref="LmMaEs"/>.
/// <para><b>Source:</b> Hansen (2016), "The CMA evolution strategy: a tutorial", arXiv:1604.00772; constants as in pycma 4.</para>
/// </remarks>
public sealed partial class CmaEs : EvolutionStrategy
{
    private readonly CmaEsOptions _options;
    private readonly CandidateMap _map;
    private readonly CmaParameters _parameters;
    private readonly double[] _scales;
    private readonly double[] _mean;
    private readonly double[] _pathC;
    private readonly double[] _pathSigma;
    private readonly double[] _step;
    private readonly double[] _whiteStep;
    private readonly double[] _scratch;
    private readonly IntegerMargin? _margin;
    private readonly BoundPenalty? _penalty;
    private readonly double _firstSigma;
    private double[] _z = [];
    private double[] _rows = [];
    private double[] _coefficients = [];
    private CovarianceModel _covariance;
    private double _sigma;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">Where it starts [dimension].</param>
    /// <param name="sigma0">The first standard deviation along every coordinate: about a third of the range where the best is expected. Range: positive.</param>
    /// <param name="options">Options; the defaults if null.</param>
    /// <exception cref="ArgumentException">The start is empty or not finite, the step is not positive, or an option is out of range.</exception>
    public CmaEs(ReadOnlySpan<double> x0, double sigma0, CmaEsOptions? options = null)
        : base("CMA-ES", Checked(x0), options ?? new CmaEsOptions(), handlesBounds: true)
    {
        RequireStep(sigma0, nameof(sigma0));
        _options = options ?? new CmaEsOptions();
        _options.ValidateFor(Dimension);
        _map = new CandidateMap(Dimension, _options);
        if (_options.Bounds is { } bounds)
            RequireInside(x0, bounds);
        int n = _map.SearchDimension;
        int population = _options.PopulationSize ?? DefaultPopulationSize(n);
        Require(_options.ParentCount is null || _options.ParentCount <= population / 2, nameof(CmaEsOptions.ParentCount), _options.ParentCount, $"at most half the population of {population}");
        _parameters = new CmaParameters(n, population, _options);
        _scales = new double[n];
        for (int i = 0; i < n; i++)
            _scales[i] = _options.CoordinateStds?[_map.Free[i]] ?? 1;
        _mean = new double[n];
        _pathC = new double[n];
        _pathSigma = new double[n];
        _step = new double[n];
        _whiteStep = new double[n];
        _scratch = new double[n];
        _map.ToSearched(x0, _mean);
        _sigma = _firstSigma = sigma0;
        _covariance = EmptyCovariance(_options.DiagonalIterations > 0);
        if (_map.IntegerIndices.Length > 0)
            _margin = new IntegerMargin(_map, population);
        if (_map.HasPenalty)
            _penalty = new BoundPenalty(_map, n);
        MoveIntoMargins();
    }

    /// <inheritdoc />
    public override int PopulationSize => _parameters.PopulationSize;

    /// <inheritdoc />
    public override bool AcceptsOtherSolutions => true;

    /// <summary>The weights and learning rates in use.</summary>
    public CmaParameters Parameters => _parameters;

    /// <summary>The step size sigma.</summary>
    public double Sigma => _sigma;

    /// <inheritdoc />
    public override double StepSize => _sigma;

    /// <summary>
    /// The mean of the distribution [searched coordinates]: without fixed coordinates, before bounds are kept and integers rounded.
    /// </summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>The evolution path of the covariance matrix.</summary>
    public ReadOnlySpan<double> PathC => _pathC;

    /// <summary>The evolution path of the step size.</summary>
    public ReadOnlySpan<double> PathSigma => _pathSigma;

    /// <summary>Multiplies the step size, as an answer to noise, say; between a tell and the next ask.</summary>
    /// <param name="factor">The factor. Range: positive and finite.</param>
    /// <exception cref="ArgumentException">The factor is out of range.</exception>
    public void ScaleStep(double factor)
    {
        RequireStep(factor, nameof(factor));
        _sigma = StepRules.Limit(_sigma * factor);
    }

    /// <summary>The covariance matrix, row-major, without the squared step size and coordinate scales.</summary>
    public double[] Covariance() => _covariance.ToMatrix();

    /// <summary>The population that CMA-ES has for a dimension: <c>4 + floor(3 ln n)</c>.</summary>
    /// <param name="dimension">The dimension. Range: at least 1.</param>
    public static int DefaultPopulationSize(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        return 4 + (int)(3 * Math.Log(dimension));
    }

    /// <inheritdoc />
    protected override double AxisRatio => _covariance.LongestAxis / _covariance.ShortestAxis;

    /// <inheritdoc />
    protected internal override long? StandardMaxIterations =>
        100 + (long)(150.0 * (_mean.Length + 3) * (_mean.Length + 3) / Math.Sqrt(PopulationSize));

    /// <inheritdoc />
    protected internal override int? StandardStagnation => (int)(100 + 100 * Math.Pow(_mean.Length, 1.5) / PopulationSize);

    /// <inheritdoc />
    protected override void WriteFavorite(Span<double> favorite) => _map.ToCandidate(_mean, favorite);

    /// <inheritdoc />
    protected override void WriteStandardDeviations(Span<double> deviations)
    {
        deviations.Clear();
        for (int i = 0; i < _mean.Length; i++)
            deviations[_map.Free[i]] = StandardDeviation(i);
    }

    /// <inheritdoc />
    protected override StopReasons CheckStop(StopCriteria criteria)
    {
        StopReasons reasons = StopReasons.None;
        double largest = 0, longestPath = 0;
        bool noEffect = false;
        for (int i = 0; i < _mean.Length; i++)
        {
            double deviation = StandardDeviation(i);
            largest = Math.Max(largest, deviation);
            longestPath = Math.Max(longestPath, _sigma * _scales[i] * Math.Abs(_pathC[i]));
            noEffect |= (_mean[i] + 0.2 * deviation).Equals(_mean[i]);
            if (deviation > _firstSigma * _scales[i] * criteria.StepGrowthLimit)
                reasons |= StopReasons.StepGrowth;
        }

        if (largest < criteria.CoordinateTolerance && longestPath < criteria.CoordinateTolerance)
            reasons |= StopReasons.CoordinateTolerance;
        if (_covariance.LongestAxis > Math.Sqrt(criteria.ConditionLimit ?? double.PositiveInfinity) * _covariance.ShortestAxis)
            reasons |= StopReasons.Condition;
        if (noEffect || AxisHasNoEffect())
            reasons |= StopReasons.NoEffect;
        return reasons;
    }

    private void RequireInside(ReadOnlySpan<double> x0, SearchBounds bounds)
    {
        foreach (int i in _map.Free)
            Require(x0[i] >= bounds.Lower(i) && x0[i] <= bounds.Upper(i), $"{nameof(x0)}[{i}]", x0[i], $"inside the bounds, {bounds.Lower(i)} to {bounds.Upper(i)}");
    }

    private static int Checked(ReadOnlySpan<double> x0)
    {
        RequirePoint(x0, nameof(x0));
        return x0.Length;
    }

    private double StandardDeviation(int i) => _sigma * _scales[i] * Math.Sqrt(_covariance.Variance(i));

    private bool AxisHasNoEffect()
    {
        if (_covariance is DiagonalCovariance)
            return false;
        _covariance.WriteAxis((int)(Iterations % _mean.Length), _scratch);
        for (int i = 0; i < _mean.Length; i++)
        {
            if (!(_mean[i] + 0.1 * _sigma * _scales[i] * _scratch[i]).Equals(_mean[i]))
                return false;
        }

        return true;
    }
}
