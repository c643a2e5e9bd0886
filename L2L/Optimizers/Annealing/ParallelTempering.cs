namespace L2L;

/// <summary>Parallel tempering: annealing chains at different temperatures that change places, so that good points come to the cold ones.</summary>
/// <remarks><b>Source:</b> Geyer (1991), "Markov chain Monte Carlo maximum likelihood"; Earl and Deem (2005), "Parallel tempering".</remarks>
public sealed class ParallelTempering : Optimizer<ParallelTemperingOptions>
{
    private readonly AnnealingChains _chains;
    private double[] _temperatures;
    private int[] _slots;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public ParallelTempering(SearchProblem problem, ParallelTemperingOptions? options = null)
        : base("parallel-tempering", problem, options ?? new ParallelTemperingOptions())
    {
        _chains = new AnnealingChains(Options.Slots.Count);
        _temperatures = [.. Options.Slots.Select(static slot => slot.Start)];
        _slots = [.. Enumerable.Range(0, Options.Slots.Count)];
    }

    internal AnnealingChains Chains => _chains;

    internal IReadOnlyList<int> SlotOfChain => _slots;

    internal IReadOnlyList<double> Temperatures => _temperatures;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() => _chains.Step(Problem, Options.StepSize, At, Random, Draw);

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        for (int s = 0; s < _temperatures.Length; s++)
        {
            TemperingSlot slot = Options.Slots[s];
            _temperatures[s] = Cooling.Temperature(slot.Schedule, Generation + 1, Options.Generations, _temperatures[s], slot.Start, slot.End, slot.Decay);
        }

        _chains.Accept(trials, At, Draw);
        int swaps = 0;
        for (int i = 0; i < _slots.Length; i++)
            swaps += Swap(i) ? 1 : 0;
        Note("temperatures", _temperatures);
        Note("slots", Array.ConvertAll(_slots, static s => (double)s));
        Note("swaps", (long)swaps);
        Note("current_fitness", _chains.Fitness);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("temperatures", (ReadOnlySpan<double>)_temperatures);
        state.Set("slots", (ReadOnlySpan<double>)Array.ConvertAll(_slots, static s => (double)s));
        _chains.Save(state);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _temperatures = state.GetArray("temperatures", _temperatures.Length);
        _slots = Array.ConvertAll(state.GetArray("slots", _slots.Length), static s => (int)s);
        _chains.Load(state);
    }

    private double At(int chain) => _temperatures[_slots[chain]];

    private bool Swap(int chain)
    {
        int other = Draw.Index(_slots.Length - 1);
        if (other >= chain)
            other++;
        double probability = Cooling.SwapProbability(_chains.Fitness[chain], _chains.Fitness[other], At(chain), At(other), Options.Boltzmann);
        if (Draw.Uniform() >= probability)
            return false;
        (_slots[chain], _slots[other]) = (_slots[other], _slots[chain]);
        return true;
    }
}
