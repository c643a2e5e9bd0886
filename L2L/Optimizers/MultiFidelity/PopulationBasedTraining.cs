namespace L2L;

/// <summary>
/// Population-based training: all members are trained for an interval; then those at the bottom go on from copies of those at the top, with
/// parameters moved a little. The optimizee trains for <see cref="SimulationContext.Budget"/> from <see cref="SimulationContext.Checkpoint"/>
/// and leaves <see cref="SimulationContext.NextCheckpoint"/>. Needs bounds.
/// </summary>
/// <remarks><b>Source:</b> Jaderberg et al. (2017), "Population based training of neural networks".</remarks>
public sealed class PopulationBasedTraining : Optimizer<PopulationBasedTrainingOptions>
{
    private readonly UnitCube _cube;
    private List<Candidate> _members = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches: a bounded space.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The space is not bounded.</exception>
    public PopulationBasedTraining(SearchProblem problem, PopulationBasedTrainingOptions? options = null)
        : base("population-based-training", problem, options ?? new PopulationBasedTrainingOptions()) => _cube = new UnitCube(problem.Space, Name);

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() => Told > 0
        ? _members
        : [.. Enumerable.Range(0, Options.PopulationSize).Select(k => new Candidate(Problem.CreatePoint(Random)) { Budget = Options.Interval, Configuration = k })];

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        _members = [.. trials.Select(static t => t.Candidate with { Checkpoint = t.Evaluation.Checkpoint })];
        int[] order = Ranking.Descending([.. trials.Select(static t => t.Sum)]);
        int count = Math.Max(1, (int)(Options.ReplacedFraction * order.Length));
        foreach (int loser in order.TakeLast(count))
        {
            int winner = order[Draw.Index(count)];
            if (trials[winner].Sum > trials[loser].Sum)
                _members[loser] = new Candidate(Explore(trials[winner].Point)) { Budget = Options.Interval, Configuration = loser, Checkpoint = trials[winner].Evaluation.Checkpoint };
        }
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("members", _members.Select(static candidate =>
        {
            var part = new OptimizerState();
            CandidateState.Save(part, candidate);
            return part;
        }));
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _members = [.. state.GetParts("members").Select(CandidateState.Load)];
    }

    private double[] Explore(double[] point)
    {
        double[] unit = _cube.ToUnit(point);
        double[] fresh = _cube.ToUnit(Problem.CreatePoint(Random));
        for (int i = 0; i < unit.Length; i++)
        {
            double up = Draw.Uniform() < 0.5 ? -1 : 1;
            unit[i] = Draw.Uniform() < Options.ResampleProbability ? fresh[i] : Math.Clamp(unit[i] + up * Options.Perturbation, 0, 1);
        }

        return _cube.FromUnit(unit);
    }
}
