namespace L2L;

/// <summary>
/// Bayesian optimisation: a Gaussian process models the fitness, and the point of the largest expected improvement is evaluated next. For
/// few, expensive evaluations. Integers are where they round to, and of categories only counts whether they are the same. Needs bounds.
/// </summary>
/// <remarks>
/// <b>Source:</b> Jones, Schonlau and Welch (1998), "Efficient global optimization of expensive black-box functions"; Ginsbourger et al. (2010)
/// for several evaluations at a time; Garrido-Merchán and Hernández-Lobato (2020) for integers and categories.
/// </remarks>
public sealed class BayesianOptimization : SteadyStateOptimizer<BayesianOptimizationOptions>
{
    private const int Rounds = 5;
    private const int Nearby = 40;
    private readonly Observations _observations = new();
    private readonly UnitCube _cube;
    private readonly bool[] _isCategory;
    private readonly bool[] _isDiscrete;
    private readonly bool _rounds;
    private double[]? _logScales;
    private double _logNoise = -6.9;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches: a bounded space.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The space is not bounded.</exception>
    public BayesianOptimization(SearchProblem problem, BayesianOptimizationOptions? options = null)
        : base("bayesian-optimization", problem, options ?? new BayesianOptimizationOptions())
    {
        _cube = new UnitCube(problem.Space, Name);
        _isCategory = [.. problem.Space.Parameters.SelectMany(static p => Enumerable.Repeat(p is CategoryParameter, p.Width))];
        _isDiscrete = [.. problem.Space.Parameters.SelectMany(static p => Enumerable.Repeat(p is CategoryParameter or IntegerParameter, p.Width))];
        _rounds = problem.Space.HasConditions || _isDiscrete.Any(static discrete => discrete);
    }

    /// <inheritdoc/>
    protected override Candidate? ProposeOne(IReadOnlyList<Candidate> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        if (_observations.Count + running.Count < Options.Startup || _logScales is null)
            return new Candidate(Problem.CreatePoint(Random));
        (List<double[]> points, double[] values) = Data();
        int evaluated = points.Count;
        // What is still being evaluated is taken for average, so that the next proposal lies elsewhere.
        points.AddRange(running.Select(c => Rounded(_cube.ToUnit(c.Point))));
        values = [.. values, .. new double[running.Count]];
        GaussianProcess? process = GaussianProcess.Fit(points, _isCategory, values, _logScales, _logNoise) ?? GaussianProcess.Fit(points, _isCategory, values, _logScales, -2.3);
        if (process is null)
            return new Candidate(Problem.CreatePoint(Random));
        // The best is where the model is best, not where the noise was luckiest.
        double[] means = [.. points.Take(evaluated).Select(process.Mean)];
        int incumbent = Ranking.Descending(means)[0];
        return new Candidate(_cube.FromUnit(Maximise(process, points[incumbent], means[incumbent])));
    }

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _observations.Add(Rounded(_cube.ToUnit(trial.Point)), trial.Sum);
        if (_observations.Count < Options.Startup || (_logScales is not null && _observations.Count % Options.RefitInterval != 0))
            return;
        (List<double[]> points, double[] values) = Data();
        (_logScales, _logNoise) = ProcessFit.Of(points, _isCategory, values, _logScales, _logNoise);
    }

    /// <inheritdoc/>
    protected override void NoteGeneration()
    {
        base.NoteGeneration();
        if (_logScales is not null)
            Note("length_scales", Array.ConvertAll(_logScales, Math.Exp));
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        base.Save(state);
        _observations.Save(state);
        state.Set("logNoise", _logNoise);
        if (_logScales is not null)
            state.Set("logScales", (ReadOnlySpan<double>)_logScales);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        base.Load(state);
        _observations.Load(state);
        _logNoise = state.GetDouble("logNoise");
        _logScales = state.Contains("logScales") ? state.GetArray("logScales", Problem.Dimension) : null;
    }

    // Standardised, with far outliers below drawn in: a few terrible points must not flatten everything else.
    private (List<double[]> Points, double[] Values) Data()
    {
        int[] use = [.. Enumerable.Range(0, _observations.Count)];
        if (use.Length > Options.MaxObservations)
        {
            int half = Options.MaxObservations / 2;
            use = [.. Ranking.Descending([.. _observations.Values]).Take(half).Concat(use.TakeLast(Options.MaxObservations - half)).Distinct().Order()];
        }

        double[] values = Array.ConvertAll(use, i => _observations.Values[i]);
        double[] sorted = [.. values.Order()];
        double median = sorted[sorted.Length / 2];
        double floor = median - 3 * Math.Max(sorted[^1] - median, 1e-12);
        values = Array.ConvertAll(values, v => Math.Max(v, floor));
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        return ([.. use.Select(i => _observations.Points[i])], Array.ConvertAll(values, v => deviation > 0 ? (v - mean) / deviation : 0));
    }

    private double[] Maximise(GaussianProcess process, double[] incumbent, double best)
    {
        double[] top = incumbent;
        double topGain = double.NegativeInfinity;
        for (int k = 0; k < Options.Candidates; k++)
            Try(_cube.ToUnit(Problem.CreatePoint(Random)));
        for (int k = 0; k < Nearby; k++)
            Try(Moved(incumbent, 0.1));
        double width = 0.1;
        for (int round = 0; round < Rounds; round++, width /= 2.5)
        {
            for (int k = 0; k < Nearby; k++)
                Try(Moved(top, width));
        }

        return top;

        void Try(double[] point)
        {
            point = Rounded(point);
            double gain = LogExpectedImprovement(process.Predict(point), best + Options.Exploration);
            if (gain > topGain)
                (top, topGain) = (point, gain);
        }
    }

    private double[] Moved(double[] point, double width)
    {
        double[] moved = [.. point];
        bool all = Random.NextDouble() < 0.5;
        int one = Random.NextInt32(moved.Length);
        for (int i = 0; i < moved.Length; i++)
        {
            // A small step would round back to where it started.
            if (!all && i == one && _isDiscrete[i])
                moved[i] = Random.NextDouble();
            else if (all || i == one)
                moved[i] = Math.Clamp(moved[i] + width * Random.NextNormal(), 0, 1);
        }

        return moved;
    }

    // All points that stand for the same parameters are one point to the model, or it would see noise and steps that are not there.
    private double[] Rounded(double[] unit) => _rounds ? _cube.ToUnit(Problem.Space.Encode(Problem.Space.Decode(_cube.FromUnit(unit)))) : unit;

    private static double LogExpectedImprovement((double Mean, double Deviation) prediction, double best)
    {
        double z = (prediction.Mean - best) / prediction.Deviation;
        // Far below the best, the improvement's leading term; its difference is what orders such points.
        return z > -6
            ? Math.Log(prediction.Deviation) + Math.Log(Math.Max(z * Normal.Distribution(z) + Normal.Density(z), 1e-300))
            : Math.Log(prediction.Deviation) - 0.5 * z * z - 2 * Math.Log(-z) - 0.5 * Math.Log(2 * Math.PI);
    }
}
