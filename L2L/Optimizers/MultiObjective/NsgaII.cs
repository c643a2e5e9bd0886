namespace L2L;

/// <summary>
/// NSGA-II for fitness of several numbers: the next generation's parents are the best fronts of parents and children together, and of the
/// last front that fits those that are least crowded. Needs bounds.
/// </summary>
/// <remarks><b>Source:</b> Deb et al. (2002), "A fast and elitist multiobjective genetic algorithm: NSGA-II"; Deb and Agrawal (1995), simulated binary crossover.</remarks>
public sealed class NsgaII : Optimizer<NsgaIIOptions>
{
    private readonly UnitCube _cube;
    private List<Member> _parents = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches: a bounded space.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The space is not bounded.</exception>
    public NsgaII(SearchProblem problem, NsgaIIOptions? options = null)
        : base("nsga-ii", problem, options ?? new NsgaIIOptions()) => _cube = new UnitCube(problem.Space, Name);

    /// <inheritdoc/>
    public override OptimizerResult End()
    {
        OptimizerResult result = base.End();
        Member[] sound = [.. _parents.Where(static m => !m.Evaluation.IsFailure)];
        int[] front = ParetoFront.Of([.. sound.Select(static m => m.Weighted)]);
        return result with { Front = [.. front.Select(i => sound[i].Evaluation)] };
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        if (Told == 0)
            return [.. Enumerable.Range(0, Options.PopulationSize).Select(_ => new Candidate(Problem.CreatePoint(Random)))];
        var children = new List<Candidate>(Options.PopulationSize);
        while (children.Count < Options.PopulationSize)
        {
            double[] first = [.. Tournament().Unit], second = [.. Tournament().Unit];
            Cross(first, second);
            Mutate(first);
            Mutate(second);
            children.Add(new Candidate(_cube.FromUnit(first)));
            children.Add(new Candidate(_cube.FromUnit(second)));
        }

        return children;
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        List<Member> all = [.. _parents, .. trials.Select(t => new Member(_cube.ToUnit(t.Point), t.Weighted, t.Evaluation))];
        // The fitness that a failure policy made up must not displace a real one: failures are the last front.
        Member[] sound = [.. all.Where(static m => !m.Evaluation.IsFailure)], failed = [.. all.Where(static m => m.Evaluation.IsFailure)];
        IReadOnlyList<int[]> fronts = ParetoFront.Sort([.. sound.Select(static m => m.Weighted)]);
        var next = new List<Member>(Options.PopulationSize);
        for (int rank = 0; next.Count < Options.PopulationSize; rank++)
        {
            Member[] front = rank < fronts.Count ? [.. fronts[rank].Select(i => sound[i])] : failed;
            double[] crowding = ParetoFront.Crowding([.. front.Select(static m => m.Weighted)]);
            for (int i = 0; i < front.Length; i++)
                (front[i].Rank, front[i].Crowding) = (rank, crowding[i]);
            int room = Options.PopulationSize - next.Count;
            next.AddRange(front.Length <= room ? front : front.OrderByDescending(static m => m.Crowding).Take(room));
        }

        _parents = next;
        NoteFitness(trials);
        Note("front_size", (long)_parents.Count(static m => m.Rank == 0));
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("parents", _parents.Select(static member =>
        {
            var part = new OptimizerState();
            part.Set("unit", (ReadOnlySpan<double>)member.Unit);
            part.Set("rank", member.Rank);
            part.Set("crowding", member.Crowding);
            EvaluationState.Save(part, member.Evaluation);
            return part;
        }));
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _parents = [.. state.GetParts("parents").Select(part =>
        {
            Evaluation evaluation = EvaluationState.Load(part);
            return new Member(part.GetArray("unit", Problem.Dimension), Problem.Weights.Apply(evaluation.Fitness), evaluation)
            {
                Rank = part.GetInt32("rank"),
                Crowding = part.GetDouble("crowding"),
            };
        })];
    }

    private Member Tournament()
    {
        Member first = _parents[Draw.Index(_parents.Count)], second = _parents[Draw.Index(_parents.Count)];
        return second.Rank < first.Rank || (second.Rank == first.Rank && second.Crowding > first.Crowding) ? second : first;
    }

    private void Cross(double[] first, double[] second)
    {
        if (Draw.Uniform() >= Options.CrossoverProbability)
            return;
        for (int i = 0; i < first.Length; i++)
        {
            if (Draw.Uniform() >= 0.5)
                continue;
            double u = Draw.Uniform();
            double spread = u < 0.5 ? Math.Pow(2 * u, 1 / (Options.CrossoverIndex + 1)) : Math.Pow(0.5 / (1 - u), 1 / (Options.CrossoverIndex + 1));
            double middle = (first[i] + second[i]) / 2, half = spread * (second[i] - first[i]) / 2;
            (first[i], second[i]) = Draw.Uniform() < 0.5 ? (middle - half, middle + half) : (middle + half, middle - half);
            first[i] = Math.Clamp(first[i], 0, 1);
            second[i] = Math.Clamp(second[i], 0, 1);
        }
    }

    private void Mutate(double[] unit)
    {
        double probability = Options.MutationProbability ?? 1.0 / unit.Length;
        double power = Options.MutationIndex + 1;
        for (int i = 0; i < unit.Length; i++)
        {
            if (Draw.Uniform() >= probability)
                continue;
            double u = Draw.Uniform(), x = unit[i];
            double step = u < 0.5
                ? Math.Pow(2 * u + (1 - 2 * u) * Math.Pow(1 - x, power), 1 / power) - 1
                : 1 - Math.Pow(2 * (1 - u) + 2 * (u - 0.5) * Math.Pow(x, power), 1 / power);
            unit[i] = Math.Clamp(x + step, 0, 1);
        }
    }

    private sealed class Member(double[] unit, IReadOnlyList<double> weighted, Evaluation evaluation)
    {
        public double[] Unit => unit;

        public IReadOnlyList<double> Weighted => weighted;

        public Evaluation Evaluation => evaluation;

        public int Rank { get; set; }

        public double Crowding { get; set; }
    }
}
