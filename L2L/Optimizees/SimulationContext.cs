namespace L2L;

/// <summary>What a simulation knows besides its parameters, and what it may tell while it runs. Belongs to one simulation; not thread-safe.</summary>
public sealed class SimulationContext
{
    private readonly PruningRule? _pruning;
    private readonly RandomStreamState _randomState;
    private List<IntermediateFitness>? _reports;

    /// <summary>Makes the context of a simulation.</summary>
    /// <param name="request">What is to be evaluated.</param>
    public SimulationContext(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Individual = request.Individual;
        _randomState = request.Random;
        _pruning = request.Pruning;
    }

    /// <summary>The individual, with its generation and index.</summary>
    public Individual Individual { get; }

    /// <summary>The individual's own random numbers: they depend on the experiment's seed, the generation and the index only.</summary>
    public RandomStream Random => field ??= new RandomStream(_randomState);

    /// <summary>How much may be spent, in the optimizee's units; null where there is no limit.</summary>
    public double? Budget => Individual.Budget;

    /// <summary>What the evaluation to go on from left behind; empty where this one starts afresh.</summary>
    public ReadOnlyMemory<byte> Checkpoint => Individual.Checkpoint;

    /// <summary>What this one leaves for a later one to go on from. Optimizers that never go on from one drop it.</summary>
    public ReadOnlyMemory<byte> NextCheckpoint { get; set; }

    /// <summary>Whether the last report was so poor that the simulation should return now with what it has.</summary>
    public bool ShouldStop { get; private set; }

    /// <summary>The reports so far.</summary>
    public IReadOnlyList<IntermediateFitness> Reports => _reports ?? (IReadOnlyList<IntermediateFitness>)[];

    /// <summary>Tells how good the individual is so far.</summary>
    /// <param name="step">How far the simulation is, in the units of the budget; larger than in the last report.</param>
    /// <param name="fitness">The fitness so far.</param>
    /// <returns>Whether to go on; false where <see cref="ShouldStop"/> is set.</returns>
    /// <exception cref="ArgumentException">The step is not larger than the last one, or NaN.</exception>
    public bool Report(double step, FitnessVector fitness)
    {
        _reports ??= [];
        double last = _reports.Count > 0 ? _reports[^1].Step : double.NegativeInfinity;
        if (!(step > last))
            throw new ArgumentException($"The step {step} must be larger than that of the last report, {last}.", nameof(step));
        _reports.Add(new IntermediateFitness(step, fitness));
        ShouldStop |= _pruning?.Stops(step, fitness) ?? false;
        return !ShouldStop;
    }
}
