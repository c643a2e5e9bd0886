namespace L2L;

/// <summary>
/// The fully adaptive cross-entropy method: a generation that improved neither its best nor the edge of its elite does not change the
/// distribution but is drawn again, larger; one that did shrinks the population again. Where the population cannot grow any more, the search
/// is given up.
/// </summary>
/// <remarks><b>Source:</b> de Boer et al. (2005), "A tutorial on the cross-entropy method"; the L2L framework's variant.</remarks>
public sealed class Face : Optimizer<FaceOptions>
{
    private readonly ISearchDistribution _distribution;
    private double _temperature = 1;
    private double _gamma = double.NegativeInfinity;
    private double _best = double.NegativeInfinity;
    private int _size;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public Face(SearchProblem problem, FaceOptions? options = null)
        : base("face", problem, options ?? new FaceOptions())
    {
        Options.Distribution.Validate(problem.Dimension);
        _distribution = Options.Distribution.Create(problem.Dimension);
        _size = Options.MinPopulationSize;
    }

    internal int Size => _size;

    internal double Gamma => _gamma;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() => Told == 0
        ? [.. Enumerable.Range(0, _size).Select(_ => new Candidate(Problem.CreatePoint(Random)))]
        : [.. _distribution.Sample(_size, Random).Select(static point => new Candidate(point))];

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        if (Told == 0)
            _distribution.Fit([.. trials.Select(static t => t.Point)], 0, Random);
        Trial[] sorted = Ranking.BestFirst(trials);
        double best = sorted[0].Sum;
        double gamma = sorted[Options.EliteCount - 1].Sum;
        NoteFitness(trials);
        Note("gamma", gamma);
        Note("T", _temperature);
        if (GoesOn(trials))
            Adapt(sorted, best, gamma);
        (_best, _gamma) = (best, gamma);
        foreach ((string name, ParameterValue value) in _distribution.Fitted)
            Note("distribution." + name, value);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("temperature", _temperature);
        state.Set("gamma", _gamma);
        state.Set("best", _best);
        state.Set("size", _size);
        var distribution = new OptimizerState();
        _distribution.Save(distribution);
        state.Set("distribution", distribution);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _temperature = state.GetDouble("temperature");
        _gamma = state.GetDouble("gamma");
        _best = state.GetDouble("best");
        _size = state.GetInt32("size");
        _distribution.Load(state.GetPart("distribution"));
    }

    private void Adapt(Trial[] sorted, double best, double gamma)
    {
        if (best > _best || gamma > _gamma)
        {
            _size = (_size + Options.MinPopulationSize) / 2;
            _distribution.Fit(EliteSelection.Select(sorted, Options.EliteCount, Options.TemperatureDecay > 0 ? _temperature : 0, Draw), Options.Smoothing, Random);
        }
        else if (_size + Options.Growth <= Options.MaxPopulationSize)
        {
            _size += Options.Growth;
        }
        else
        {
            Stop(StopReason.Diverged);
            return;
        }

        _temperature *= Options.TemperatureDecay;
    }
}
