namespace L2L;

/// <summary>
/// A genetic algorithm with tournaments, blend crossover and normal mutation. Only individuals that an operator touched are evaluated, so
/// that populations differ in size. Of several fitness numbers the first decides, then the next.
/// </summary>
/// <remarks><b>Source:</b> Eshelman and Schaffer (1993), blend crossover; the L2L framework's generation loop.</remarks>
public sealed class GeneticAlgorithm : Optimizer<GeneticAlgorithmOptions>
{
    private const int HallSize = 20;
    private const double TwinMutation = 0.8;
    private readonly HallOfFame _hall = new(HallSize);
    private List<Genome> _population = [];
    private List<Genome> _offspring = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public GeneticAlgorithm(SearchProblem problem, GeneticAlgorithmOptions? options = null)
        : base("genetic-algorithm", problem, options ?? new GeneticAlgorithmOptions())
    {
    }

    internal IReadOnlyList<Genome> Hall => _hall.Members;

    internal IReadOnlyList<Genome> Offspring => _offspring;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        _offspring = Told == 0 ? [.. Enumerable.Range(0, Options.PopulationSize).Select(_ => new Genome(Problem.CreatePoint(Random), null))] : Breed();
        return [.. _offspring.Where(static g => g.Fitness is null).Select(static g => new Candidate([.. g.Point]))];
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        int at = 0;
        foreach (Genome genome in _offspring)
        {
            if (genome.Fitness is not null)
                continue;
            genome.Fitness = trials[at++].Weighted;
            _hall.Add(genome);
        }

        _population = _offspring;
        _offspring = [];
        NoteFitness(trials);
        Note("population_average", _population.Average(static g => g.Fitness!.Sum()));
        Note("hall_of_fame", _hall.Members[0].Fitness!.ToArray());
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        Genome.Save(state, "population", _population);
        Genome.Save(state, "hall", _hall.Members);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        _population = Genome.Load(state, "population");
        _hall.Members = Genome.Load(state, "hall");
    }

    private List<Genome> Breed()
    {
        IReadOnlyList<double>[] fitness = [.. _population.Select(static g => g.Fitness!)];
        Genome[] offspring = [.. Enumerable.Range(0, Options.PopulationSize).Select(_ => _population[GeneticOperators.Tournament(fitness, Options.TournamentSize, Draw)].Clone())];
        for (int i = 0; i + 1 < offspring.Length; i += 2)
        {
            if (Draw.Uniform() < Options.CrossoverProbability)
            {
                GeneticOperators.Blend(offspring[i].Point, offspring[i + 1].Point, Options.BlendAlpha, Draw);
                Touched(offspring[i]);
                Touched(offspring[i + 1]);
            }
        }

        foreach (Genome genome in offspring)
        {
            if (Draw.Uniform() < Options.MutationProbability)
                Mutate(genome);
        }

        SeparateTwins(offspring);
        for (int i = 0; i < Math.Min(Options.Elites, _hall.Members.Count); i++)
            offspring[^(i + 1)] = _hall.Members[i].Clone();
        // A generation in which nothing is new would have nothing to evaluate.
        if (Array.TrueForAll(offspring, static g => g.Fitness is not null))
            offspring[0] = new Genome(Problem.CreatePoint(Random), null);
        return [.. offspring];
    }

    private void SeparateTwins(Genome[] offspring)
    {
        for (int i = 0; i < offspring.Length; i++)
        {
            for (int j = i + 1; j < offspring.Length; j++)
            {
                if (offspring[i].SamePoint(offspring[j]) && Draw.Uniform() < TwinMutation)
                    Mutate(offspring[j]);
            }
        }
    }

    private void Mutate(Genome genome)
    {
        GeneticOperators.Mutate(genome.Point, Options.GeneProbability, Options.MutationDeviation, Draw);
        Touched(genome);
    }

    private void Touched(Genome genome)
    {
        Problem.Bound(genome.Point);
        genome.Fitness = null;
    }
}
