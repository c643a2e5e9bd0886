namespace L2L;

/// <summary>
/// The cross-entropy method: a distribution is fitted to the elite of each generation, and the next one is drawn from it. With a temperature,
/// others than the elite are kept too, with a probability that falls with their distance from it.
/// </summary>
/// <remarks><b>Source:</b> Rubinstein and Kroese (2004), "The cross-entropy method"; the L2L framework's variant.</remarks>
public sealed class CrossEntropy : Optimizer<CrossEntropyOptions>
{
    private readonly ISearchDistribution _distribution;
    private double _temperature = 1;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public CrossEntropy(SearchProblem problem, CrossEntropyOptions? options = null)
        : base("cross-entropy", problem, options ?? new CrossEntropyOptions())
    {
        Options.Distribution.Validate(problem.Dimension);
        _distribution = Options.Distribution.Create(problem.Dimension);
    }

    internal double Temperature => _temperature;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() => Told == 0
        ? [.. Enumerable.Range(0, Options.PopulationSize).Select(_ => new Candidate(Problem.CreatePoint(Random)))]
        : [.. _distribution.Sample(Options.PopulationSize, Random).Select(static point => new Candidate(point))];

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        if (Told == 0)
            _distribution.Fit([.. trials.Select(static t => t.Point)], 0, Random);
        Trial[] sorted = Ranking.BestFirst(trials);
        List<double[]> kept = EliteSelection.Select(sorted, Options.EliteCount, Options.TemperatureDecay > 0 ? _temperature : 0, Draw);
        double gamma = sorted[Options.EliteCount - 1].Sum;
        _distribution.Fit(kept, Options.Smoothing, Random);
        NoteFitness(trials);
        Note("gamma", gamma);
        Note("T", _temperature);
        foreach ((string name, ParameterValue value) in _distribution.Fitted)
            Note("distribution." + name, value);
        if (GoesOn(trials))
            _temperature *= Options.TemperatureDecay;
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("temperature", _temperature);
        var distribution = new OptimizerState();
        _distribution.Save(distribution);
        state.Set("distribution", distribution);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _temperature = state.GetDouble("temperature");
        _distribution.Load(state.GetPart("distribution"));
    }
}
