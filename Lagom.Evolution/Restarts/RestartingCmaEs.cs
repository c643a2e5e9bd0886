using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// CMA-ES that starts again where a run has converged: IPOP with larger and larger populations, BIPOP with small ones in between. For functions
/// with many local optima.
/// </summary>
/// <remarks>
/// It is one strategy like any other: its best is that over all runs.
/// <para><b>Source:</b> Auger and Hansen (2005), "A restart CMA evolution strategy with increasing population size"; Hansen (2009),
/// "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed".</para>
/// </remarks>
public sealed class RestartingCmaEs : EvolutionStrategy
{
    private readonly RestartingCmaEsOptions _options;
    private readonly double[] _x0;
    private readonly double _sigma0;
    private readonly int _population0;
    private readonly SearchBounds? _startBox;
    private CmaEs _run;
    private RestartPlan _plan;
    private long _largeEvaluations;
    private long _smallEvaluations;
    private bool _isExhausted;

    /// <summary>Starts the first run.</summary>
    /// <param name="x0">Where it starts [dimension].</param>
    /// <param name="sigma0">The first standard deviation along every coordinate. Range: positive.</param>
    /// <param name="options">Options; the defaults if null.</param>
    /// <exception cref="ArgumentException">The start is empty or not finite, the step is not positive, or an option is out of range.</exception>
    public RestartingCmaEs(ReadOnlySpan<double> x0, double sigma0, RestartingCmaEsOptions? options = null)
        : base(NameOf(options), Checked(x0), Outer(options ?? new RestartingCmaEsOptions()), handlesBounds: true)
    {
        RequireStep(sigma0, nameof(sigma0));
        _options = options ?? new RestartingCmaEsOptions();
        _x0 = x0.ToArray();
        _sigma0 = sigma0;
        _startBox = _options.StartBox ?? (IsFinite(_options.Bounds, Dimension) ? _options.Bounds : null);
        Require(_startBox is null || IsFinite(_startBox, Dimension), nameof(RestartingCmaEsOptions.StartBox), "open", "finite on all sides");
        _population0 = _options.PopulationSize ?? CmaEs.DefaultPopulationSize(Dimension);
        _plan = new RestartPlan(0, 0, IsSmall: false, _population0, sigma0, null);
        _run = Start(_plan, _x0);
    }

    /// <inheritdoc />
    public override int PopulationSize => _run.PopulationSize;

    /// <inheritdoc />
    public override double StepSize => _run.StepSize;

    /// <summary>The run going on now: number, population, first step.</summary>
    public RestartPlan Plan => _plan;

    /// <inheritdoc />
    protected override double AxisRatio => _run.LastGeneration?.AxisRatio ?? 1;

    /// <inheritdoc />
    protected override void Sample(Span<double> candidates) => _run.Ask(candidates);

    /// <inheritdoc />
    protected override bool Resample(int index, Span<double> candidate) => _run.TryResample(index, candidate);

    /// <inheritdoc />
    protected override void Update(ToldGeneration generation)
    {
        // Of all evaluations so far, those that no run has counted yet.
        long made = Evaluations - _largeEvaluations - _smallEvaluations;
        _run.AddEvaluations(made - generation.Count);
        _run.Tell(generation.Values);
        // The first run's budget counts as a small one, as in pycma.
        if (_plan.IsSmall || _plan.Run == 0)
            _smallEvaluations += made;
        else
            _largeEvaluations += made;
        if (_run.StopReasons == StopReasons.None)
            return;
        RestartPlan next = Next();
        if (next.Large > _options.MaxRestarts)
        {
            _isExhausted = true;
            return;
        }

        _plan = next;
        var start = new double[Dimension];
        DrawStart(start);
        _run = Start(_plan, start);
    }

    /// <inheritdoc />
    protected override void WriteFavorite(Span<double> favorite) => _run.Result.XFavorite.CopyTo(favorite);

    /// <inheritdoc />
    protected override void WriteStandardDeviations(Span<double> deviations) => _run.Result.Stds.CopyTo(deviations);

    /// <inheritdoc />
    protected override StopReasons CheckStop(StopCriteria criteria) => _isExhausted ? StopReasons.MaxRestarts : StopReasons.None;

    /// <inheritdoc />
    protected override void Save(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("run", (long)_plan.Run);
        state.Set("large", (long)_plan.Large);
        state.Set("isSmall", _plan.IsSmall ? 1L : 0L);
        state.Set("population", (long)_plan.PopulationSize);
        state.Set("firstStep", _plan.Sigma0);
        state.Set("budget", _plan.MaxEvaluations ?? -1);
        state.Set("largeEvaluations", _largeEvaluations);
        state.Set("smallEvaluations", _smallEvaluations);
        state.Set("isExhausted", _isExhausted ? 1L : 0L);
        state.Set("strategy", _run.SaveState());
    }

    /// <inheritdoc />
    protected override void Load(StrategyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        long budget = state.GetInt64("budget"), population = state.GetInt64("population");
        double sigma = state.GetDouble("firstStep");
        if (population is < 2 or > int.MaxValue || !(sigma > 0 && double.IsFinite(sigma)) || budget is 0 or < -1)
            throw new InvalidDataException("The saved state is damaged: its run has no valid population, step or budget.");
        var plan = new RestartPlan(
            (int)state.GetInt64("run"), (int)state.GetInt64("large"), state.GetInt64("isSmall") != 0, (int)population, sigma, budget < 0 ? null : budget);
        CmaEs run = Start(plan, _x0);
        run.LoadState(state.GetPart("strategy"));
        (long large, long small) = (state.GetInt64("largeEvaluations"), state.GetInt64("smallEvaluations"));
        _isExhausted = state.GetInt64("isExhausted") != 0;
        (_plan, _run, _largeEvaluations, _smallEvaluations) = (plan, run, large, small);
    }

    private static string NameOf(RestartingCmaEsOptions? options) => options?.Schedule == RestartSchedule.Ipop ? "IPOP-CMA-ES" : "BIPOP-CMA-ES";

    private static int Checked(ReadOnlySpan<double> x0)
    {
        RequirePoint(x0, nameof(x0));
        return x0.Length;
    }

    // Of the stopping rules the whole search only has those that no new start can help against.
    private static RestartingCmaEsOptions Outer(RestartingCmaEsOptions options) => options with
    {
        Stop = StopCriteria.Never with
        {
            TargetValue = options.Stop.TargetValue,
            MaxEvaluations = options.Stop.MaxEvaluations,
            MaxIterations = options.Stop.MaxIterations ?? long.MaxValue,
            Timeout = options.Stop.Timeout,
            TimeProvider = options.Stop.TimeProvider,
        },
    };

    private static bool IsFinite(SearchBounds? box, int dimension) =>
        box is not null && Enumerable.Range(0, dimension).All(i => double.IsFinite(box.Lower(i)) && double.IsFinite(box.Upper(i)));

    private RestartPlan Next()
    {
        int run = _plan.Run + 1;
        double growth = Math.Pow(_options.PopulationFactor, _plan.Large);
        if (_options.Schedule == RestartSchedule.Ipop || _smallEvaluations >= _largeEvaluations)
            return new RestartPlan(run, _plan.Large + 1, IsSmall: false, (int)Math.Round(_population0 * growth * _options.PopulationFactor), _sigma0, null);
        double draw = Random.NextDouble();
        int population = (int)(_population0 * Math.Pow(growth, draw * draw));
        double sigma = _sigma0 * Math.Pow(10, -2 * Random.NextDouble());
        return new RestartPlan(run, _plan.Large, IsSmall: true, population, sigma, Math.Max(1, _largeEvaluations / 2));
    }

    private void DrawStart(Span<double> start)
    {
        for (int i = 0; i < start.Length; i++)
        {
            double draw = _startBox is null ? Random.NextNormal() : Random.NextDouble();
            start[i] = _startBox is null ? _x0[i] + _sigma0 * draw : _startBox.Lower(i) + draw * (_startBox.Upper(i) - _startBox.Lower(i));
        }

        _options.Bounds?.Clip(start);
    }

    private CmaEs Start(RestartPlan plan, ReadOnlySpan<double> start) => new(start, plan.Sigma0, _options.Cma with
    {
        PopulationSize = plan.PopulationSize,
        Seed = unchecked((long)Random.Split("run", plan.Run).NextUInt64()),
        Direction = ObjectiveDirection.Minimize,
        FailedEvaluations = FailedEvaluations.RankLast,
        Bounds = _options.Bounds,
        Stop = _options.Stop with { TargetValue = null, MaxEvaluations = plan.MaxEvaluations, MaxIterations = null, Timeout = null },
    });
}
