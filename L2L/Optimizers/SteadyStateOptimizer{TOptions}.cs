using System.Diagnostics.CodeAnalysis;

namespace L2L;

/// <summary>
/// The base of optimizers that propose one candidate at a time, knowing which others are still being evaluated; a generation is then as many
/// proposals in a row.
/// </summary>
/// <typeparam name="TOptions">The options.</typeparam>
public abstract class SteadyStateOptimizer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>
    : Optimizer<TOptions>, ISteadyStateOptimizer
    where TOptions : SteadyStateOptions
{
    private readonly SortedDictionary<long, Candidate> _running = [];
    private readonly Queue<long> _again = new();
    private long _asked;
    private long _finished;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options, checked here.</param>
    /// <exception cref="ArgumentException">An option is beyond its range.</exception>
    protected SteadyStateOptimizer(string name, SearchProblem problem, TOptions options)
        : base(name, problem, options)
    {
    }

    /// <inheritdoc/>
    public Individual? AskOne()
    {
        if (_again.TryDequeue(out long number))
            return Numbered(number);
        if (StopReason != StopReason.None || _asked >= (long)Options.Generations * Options.PopulationSize)
            return null;
        if (ProposeOne([.. _running.Values]) is not { } proposed)
            return null;
        _running.Add(_asked, Bounded(proposed));
        return Numbered(_asked++);
    }

    /// <inheritdoc/>
    public void TellOne(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        long number = (long)evaluation.Individual.Generation * Options.PopulationSize + evaluation.Individual.Index;
        if (!_running.TryGetValue(number, out Candidate? candidate))
            throw new ArgumentException($"Individual {evaluation.Individual.Generation}/{evaluation.Individual.Index} is not being evaluated.", nameof(evaluation));
        CheckFitness(evaluation);
        var trial = new Trial(candidate, evaluation, Problem.Weights);
        _running.Remove(number);
        _finished++;
        Consider(trial);
        LearnOne(trial);
        if (StopReason == StopReason.None && ReachesStopFitness([trial]))
            Stop(StopReason.Fitness);
        if (_finished % Options.PopulationSize != 0)
            return;
        NoteGeneration();
        TakeNotes();
        Told++;
        if (StopReason == StopReason.None && Told >= Options.Generations)
            Stop(StopReason.Generations);
        if (StopReason == StopReason.None)
            Generation++;
    }

    /// <summary>Makes one more candidate. It may draw from the random numbers but must change nothing else.</summary>
    /// <param name="running">The candidates that are still being evaluated, in the order they were proposed.</param>
    /// <returns>The candidate; null where there can be none before one of those is done.</returns>
    protected abstract Candidate? ProposeOne(IReadOnlyList<Candidate> running);

    /// <summary>Learns from one evaluation.</summary>
    /// <param name="trial">The candidate and its fitness.</param>
    protected abstract void LearnOne(Trial trial);

    /// <summary>Notes the figures of a generation.</summary>
    protected virtual void NoteGeneration() => Note("best_so_far", BestSum);

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Candidate> Propose()
    {
        var candidates = new List<Candidate>(Options.PopulationSize);
        while (candidates.Count < Options.PopulationSize && ProposeOne(candidates) is { } candidate)
            candidates.Add(Bounded(candidate));
        return candidates;
    }

    /// <inheritdoc/>
    protected sealed override void Learn(IReadOnlyList<Trial> trials)
    {
        foreach (Trial trial in trials)
            LearnOne(trial);
        NoteGeneration();
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("asked", _asked);
        state.Set("finished", _finished);
        state.Set("running", _running.Select(static pair =>
        {
            var part = new OptimizerState();
            part.Set("number", pair.Key);
            CandidateState.Save(part, pair.Value);
            return part;
        }));
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _asked = state.GetInt64("asked");
        _finished = state.GetInt64("finished");
        _running.Clear();
        _again.Clear();
        foreach (OptimizerState part in state.GetParts("running"))
        {
            long number = part.GetInt64("number");
            _running.Add(number, Bounded(CandidateState.Load(part)));
            _again.Enqueue(number);
        }
    }

    private Individual Numbered(long number) =>
        _running[number].ToIndividual((int)(number / Options.PopulationSize), (int)(number % Options.PopulationSize));
}
