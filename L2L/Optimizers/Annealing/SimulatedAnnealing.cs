namespace L2L;

/// <summary>Simulated annealing: independent chains that take a step for the worse less and less often, and ever smaller steps.</summary>
/// <remarks><b>Source:</b> Kirkpatrick, Gelatt and Vecchi (1983), "Optimization by simulated annealing".</remarks>
public sealed class SimulatedAnnealing : Optimizer<SimulatedAnnealingOptions>
{
    private readonly AnnealingChains _chains;
    private double _temperature = 1;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public SimulatedAnnealing(SearchProblem problem, SimulatedAnnealingOptions? options = null)
        : base("simulated-annealing", problem, options ?? new SimulatedAnnealingOptions()) => _chains = new AnnealingChains(Options.ParallelRuns);

    internal AnnealingChains Chains => _chains;

    internal double Temperature => _temperature;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() => _chains.Step(Problem, Options.StepSize, _ => _temperature, Random, Draw);

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        _temperature = Cooling.Temperature(Options.Schedule, Generation + 1, Options.Generations, _temperature, 1, 0, Options.TemperatureDecay);
        _chains.Accept(trials, _ => _temperature, Draw);
        Note("T", _temperature);
        Note("current_fitness", _chains.Fitness);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("temperature", _temperature);
        _chains.Save(state);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _temperature = state.GetDouble("temperature");
        _chains.Load(state);
    }
}
