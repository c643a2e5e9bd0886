namespace L2L;

/// <summary>Sobol search: points that fill the space more evenly than random ones.</summary>
/// <remarks><b>Source:</b> Sobol (1967); Joe and Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections".</remarks>
public sealed class SobolSearch : SteadyStateOptimizer<SobolSearchOptions>
{
    private readonly SobolSequence _sequence;
    private readonly UnitCube _cube;
    private long _told;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches: a bounded space of at most 128 search coordinates.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The space is not bounded or has too many coordinates.</exception>
    public SobolSearch(SearchProblem problem, SobolSearchOptions? options = null)
        : base("sobol-search", problem, options ?? new SobolSearchOptions())
    {
        _cube = new UnitCube(problem.Space, Name);
        _sequence = new SobolSequence(problem.Dimension, Options.Scramble ? new RandomStream(Options.Seed).Split("shift") : null);
    }

    /// <inheritdoc/>
    protected override Candidate? ProposeOne(IReadOnlyList<Candidate> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        return new Candidate(_cube.FromUnit(_sequence.Point(_told + running.Count)));
    }

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial) => _told++;

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        base.Save(state);
        state.Set("told", _told);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        base.Load(state);
        _told = state.GetInt64("told");
    }
}
