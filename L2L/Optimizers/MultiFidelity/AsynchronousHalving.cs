using System.Globalization;

namespace L2L;

/// <summary>
/// Asynchronous successive halving (ASHA): whenever a simulation can start, a configuration among the best of one of η on its rung goes on
/// with η times the budget, from the highest rung where there is one; where there is none, a new configuration starts at the least budget.
/// No rung waits for its slowest individual. The optimizee spends <see cref="SimulationContext.Budget"/>, and may go on from
/// <see cref="SimulationContext.Checkpoint"/>.
/// </summary>
/// <remarks>
/// The saved state has the checkpoints of all configurations that may still go on.
/// <para><b>Source:</b> Li et al. (2020), "A system for massively parallel hyperparameter tuning", algorithm 2.</para>
/// </remarks>
public sealed class AsynchronousHalving : SteadyStateOptimizer<AsynchronousHalvingOptions>
{
    private readonly BudgetLadder _ladder;
    private readonly List<Finished>[] _rungs;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public AsynchronousHalving(SearchProblem problem, AsynchronousHalvingOptions? options = null)
        : base("asynchronous-halving", problem, options ?? new AsynchronousHalvingOptions())
    {
        _ladder = Options.Ladder;
        _rungs = [.. Enumerable.Range(0, _ladder.Top + 1).Select(static _ => new List<Finished>())];
    }

    /// <inheritdoc/>
    protected override Candidate? ProposeOne(IReadOnlyList<Candidate> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        for (int rung = _ladder.Top - 1; rung >= 0; rung--)
        {
            HashSet<int> promoted =
            [
                .. _rungs[rung + 1].Select(static done => done.Configuration),
                .. running.Where(candidate => RungOf(candidate) == rung + 1).Select(static candidate => candidate.Configuration!.Value),
            ];
            Finished? next = _rungs[rung].OrderByDescending(static done => done.Sum).Take(_rungs[rung].Count / Options.Reduction)
                .FirstOrDefault(done => !promoted.Contains(done.Configuration));
            if (next is not null)
                return next.Candidate with { Budget = _ladder.BudgetOf(rung + 1) };
        }

        int started = _rungs[0].Count + running.Count(candidate => RungOf(candidate) == 0);
        return new Candidate(Problem.CreatePoint(Random)) { Budget = _ladder.BudgetOf(0), Configuration = started };
    }

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        int rung = RungOf(trial.Candidate);
        int configuration = trial.Candidate.Configuration!.Value;
        ReadOnlyMemory<byte> checkpoint = rung < _ladder.Top ? trial.Evaluation.Checkpoint : default;
        _rungs[rung].Add(new Finished(configuration, trial.Sum, trial.Candidate with { Checkpoint = checkpoint }));
        if (rung == 0)
            return;
        // It has gone on from there, and will not again.
        List<Finished> below = _rungs[rung - 1];
        int before = below.FindIndex(done => done.Configuration == configuration);
        below[before] = below[before] with { Candidate = below[before].Candidate with { Checkpoint = default } };
    }

    /// <inheritdoc/>
    protected override void NoteGeneration()
    {
        base.NoteGeneration();
        for (int rung = 0; rung < _rungs.Length; rung++)
            Note(string.Create(CultureInfo.InvariantCulture, $"rung_{rung}"), (long)_rungs[rung].Count);
    }

    private protected override bool IsBetter(Trial trial, Evaluation best, double bestSum) => BudgetLadder.IsBetter(trial, best, bestSum);

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        base.Save(state);
        state.Set("rungs", _rungs.Select(static rung =>
        {
            var part = new OptimizerState();
            part.Set("finished", rung.Select(static done =>
            {
                var one = new OptimizerState();
                one.Set("sum", done.Sum);
                CandidateState.Save(one, done.Candidate);
                return one;
            }));
            return part;
        }));
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        base.Load(state);
        OptimizerState[] rungs = [.. state.GetParts("rungs")];
        if (rungs.Length != _rungs.Length)
            throw new InvalidDataException($"The saved state has {rungs.Length} rungs; these options give {_rungs.Length}.");
        for (int rung = 0; rung < rungs.Length; rung++)
        {
            _rungs[rung].Clear();
            foreach (OptimizerState one in rungs[rung].GetParts("finished"))
            {
                Candidate candidate = CandidateState.Load(one);
                _rungs[rung].Add(new Finished(candidate.Configuration ?? throw new InvalidDataException("The saved state is damaged: a finished individual has no configuration."), one.GetDouble("sum"), candidate));
            }
        }
    }

    private int RungOf(Candidate candidate) => _ladder.RungOf(candidate.Budget!.Value);

    private sealed record Finished(int Configuration, double Sum, Candidate Candidate);
}
