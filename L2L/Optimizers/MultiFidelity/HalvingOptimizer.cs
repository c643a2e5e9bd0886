using System.Diagnostics.CodeAnalysis;

namespace L2L;

/// <summary>The base of optimizers that give many configurations a little budget and the best of them more and more. Each generation is a rung.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
public abstract class HalvingOptimizer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions> : Optimizer<TOptions>
    where TOptions : HalvingOptions
{
    private List<Candidate> _survivors = [];
    private int _bracket;
    private int _rung;
    private int _configurations;

    private protected HalvingOptimizer(string name, SearchProblem problem, TOptions options)
        : base(name, problem, options)
    {
    }

    /// <summary>The number of the round of configurations, from 0.</summary>
    protected int Bracket => _bracket;

    /// <summary>How a round starts.</summary>
    /// <param name="bracket">The number of the round, from 0.</param>
    /// <returns>How many configurations start, and on which rung.</returns>
    private protected abstract (int Count, int FirstRung) Start(int bracket);

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Candidate> Propose()
    {
        if (_survivors.Count > 0)
            return _survivors;
        (int count, int rung) = Start(_bracket);
        return [.. Enumerable.Range(0, count).Select(k => new Candidate(Problem.CreatePoint(Random)) { Budget = Options.Ladder.BudgetOf(rung), Configuration = _configurations + k })];
    }

    /// <inheritdoc/>
    protected sealed override void Learn(IReadOnlyList<Trial> trials)
    {
        if (_survivors.Count == 0)
        {
            _rung = Start(_bracket).FirstRung;
            _configurations += trials.Count;
        }

        NoteFitness(trials);
        Note("bracket", (long)_bracket);
        Note("rung", (long)_rung);
        Note("budget", Options.Ladder.BudgetOf(_rung));
        // A few configurations are soon down to one; that one goes on, so that something is seen at the largest budget.
        int keep = Math.Max(1, trials.Count / Options.Reduction);
        _rung++;
        if (_rung > Options.Ladder.Top)
        {
            _bracket++;
            _survivors = [];
            return;
        }

        _survivors = [.. Ranking.BestFirst(trials).Take(keep).Select(t => t.Candidate with { Budget = Options.Ladder.BudgetOf(_rung), Checkpoint = t.Evaluation.Checkpoint })];
    }

    private protected override bool IsBetter(Trial trial, Evaluation best, double bestSum) => BudgetLadder.IsBetter(trial, best, bestSum);

    /// <inheritdoc/>
    protected sealed override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("bracket", _bracket);
        state.Set("rung", _rung);
        state.Set("configurations", _configurations);
        state.Set("survivors", _survivors.Select(static candidate =>
        {
            var part = new OptimizerState();
            CandidateState.Save(part, candidate);
            return part;
        }));
    }

    /// <inheritdoc/>
    protected sealed override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _bracket = state.GetInt32("bracket");
        _rung = state.GetInt32("rung");
        _configurations = state.GetInt32("configurations");
        _survivors = [.. state.GetParts("survivors").Select(CandidateState.Load)];
    }
}
