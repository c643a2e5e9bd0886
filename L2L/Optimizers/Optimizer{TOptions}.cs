using System.Diagnostics.CodeAnalysis;

namespace L2L;

/// <summary>
/// The base of optimizers: it keeps the order of asking and telling, the bounds, the best so far, the stopping rules and the saved state,
/// and leaves <see cref="Propose"/> and <see cref="Learn"/> to write.
/// </summary>
/// <typeparam name="TOptions">The options.</typeparam>
public abstract class Optimizer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions> : IOptimizer
    where TOptions : OptimizerOptions
{
    private readonly List<KeyValuePair<string, ParameterValue>> _details = [];
    private Candidate[]? _pending;
    private Population? _population;
    private RandomStreamState _randomAtAsk;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options, checked here.</param>
    /// <exception cref="ArgumentException">An option is beyond its range.</exception>
    protected Optimizer(string name, SearchProblem problem, TOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Name = name;
        Problem = problem;
        Options = options;
        Random = new RandomStream(options.Seed);
        Draw = new Draws(() => Random);
        Settings = OptionDescription.Of(options);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SearchProblem Problem { get; }

    /// <summary>The options.</summary>
    public TOptions Options { get; }

    /// <inheritdoc/>
    public ParameterSet Settings { get; }

    /// <inheritdoc/>
    public int Generation { get; private protected set; }

    /// <inheritdoc/>
    public StopReason StopReason { get; private set; }

    /// <inheritdoc/>
    public ParameterSet Details { get; private set; } = ParameterSet.Empty;

    /// <inheritdoc/>
    public Evaluation? Best { get; private set; }

    /// <summary>The weighted sum of the best so far; −∞ before the first one.</summary>
    public double BestSum { get; private set; } = double.NegativeInfinity;

    /// <summary>How many generations were told.</summary>
    protected int Told { get; private protected set; }

    /// <summary>The optimizer's random numbers. It belongs to the saved state.</summary>
    protected RandomStream Random { get; private set; }

    internal Draws Draw { get; set; }

    /// <inheritdoc/>
    public Population Ask()
    {
        if (_population is not null)
            return _population;
        if (StopReason != StopReason.None)
            throw new InvalidOperationException($"The search of {Name} is over ({StopReason}); there is nothing left to evaluate.");
        _randomAtAsk = Random.State;
        _pending = [.. Propose().Select(Bounded)];
        return _population = new Population(Generation, _pending.Select((candidate, i) => candidate.ToIndividual(Generation, i)));
    }

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        if (_pending is null)
            throw new InvalidOperationException($"{Name} was told a fitness without having been asked for a population.");
        Trial[] trials = Match(_pending, evaluations);
        _details.Clear();
        foreach (Trial trial in trials)
            Consider(trial);
        Learn(trials);
        TakeNotes();
        _pending = null;
        _population = null;
        Told++;
        if (StopReason == StopReason.None && ReachesStopFitness(trials))
            Stop(StopReason.Fitness);
        if (StopReason == StopReason.None && Told >= LastGeneration)
            Stop(StopReason.Generations);
        if (StopReason == StopReason.None)
            Generation++;
    }

    /// <inheritdoc/>
    public virtual OptimizerResult End() => new(
        Best ?? throw new InvalidOperationException($"{Name} has no result: nothing was evaluated yet, or every evaluation failed."), BestSum, Told, StopReason);

    /// <inheritdoc/>
    public OptimizerState SaveState()
    {
        var state = new OptimizerState();
        state.Set("optimizer", Name);
        state.Set("version", 1);
        state.Set("dimension", Problem.Dimension);
        state.Set("generation", Generation);
        state.Set("told", Told);
        state.Set("stop", (long)StopReason);
        state.Set("random", _pending is null ? Random.State : _randomAtAsk);
        if (Best is not null)
        {
            var best = new OptimizerState();
            EvaluationState.Save(best, Best);
            state.Set("best", best);
        }

        var own = new OptimizerState();
        Save(own);
        state.Set("own", own);
        return state;
    }

    /// <inheritdoc/>
    public void LoadState(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!string.Equals(state.GetText("optimizer"), Name, StringComparison.Ordinal) || state.GetInt64("version") != 1)
            throw new InvalidDataException($"The saved state is one of '{state.GetText("optimizer")}', version {state.GetInt64("version")}; this is '{Name}', version 1.");
        if (state.GetInt32("dimension") != Problem.Dimension)
            throw new InvalidDataException($"The saved state has {state.GetInt32("dimension")} search coordinates; this problem has {Problem.Dimension}.");
        Generation = state.GetInt32("generation");
        Told = state.GetInt32("told");
        StopReason = (StopReason)state.GetInt32("stop");
        Random = new RandomStream(state.GetRandom("random"));
        Best = state.Contains("best") ? EvaluationState.Load(state.GetPart("best")) : null;
        BestSum = Best is null ? double.NegativeInfinity : Problem.Weights.Sum(Best.Fitness);
        _pending = null;
        _population = null;
        Load(state.GetPart("own"));
    }

    /// <summary>After how many generations the search is over.</summary>
    protected virtual int LastGeneration => Options.Generations;

    /// <summary>
    /// Makes the next population. It may draw from <see cref="Random"/> and keep what follows from the draws, but must change nothing else:
    /// a resumed run calls it again.
    /// </summary>
    /// <returns>At least one candidate.</returns>
    protected abstract IReadOnlyList<Candidate> Propose();

    /// <summary>Learns from the population that was evaluated.</summary>
    /// <param name="trials">The candidates and their fitness, in the order they were proposed.</param>
    protected abstract void Learn(IReadOnlyList<Trial> trials);

    /// <summary>Saves what the derived class keeps from generation to generation.</summary>
    /// <param name="state">Where to.</param>
    protected abstract void Save(OptimizerState state);

    /// <summary>Reads what <see cref="Save"/> saved.</summary>
    /// <param name="state">Where from.</param>
    protected abstract void Load(OptimizerState state);

    /// <summary>Whether the fitness to stop at is reached: by any candidate of the generation, unless a derived class has it otherwise.</summary>
    /// <param name="trials">The generation.</param>
    protected virtual bool ReachesStopFitness(IReadOnlyList<Trial> trials) => trials.Any(trial => trial.Sum >= Options.StopFitness);

    /// <summary>Whether another generation follows the one being learned from.</summary>
    /// <param name="trials">The generation.</param>
    protected bool GoesOn(IReadOnlyList<Trial> trials) => StopReason == StopReason.None && Told + 1 < LastGeneration && !ReachesStopFitness(trials);

    /// <summary>Notes the best and the average weighted sum of some trials, and how many there are.</summary>
    /// <param name="trials">The trials, at least one.</param>
    protected void NoteFitness(IEnumerable<Trial> trials)
    {
        double[] sums = [.. trials.Select(static trial => trial.Sum)];
        Note("best_fitness_in_run", sums.Max());
        Note("average_fitness_in_run", sums.Average());
        Note("pop_size", (long)sums.Length);
    }

    /// <summary>Ends the search.</summary>
    /// <param name="reason">Why.</param>
    protected void Stop(StopReason reason) => StopReason = reason;

    /// <summary>Notes a figure of this generation; it is in <see cref="Details"/> then.</summary>
    /// <param name="name">Its name, unique in the generation.</param>
    /// <param name="value">The figure.</param>
    protected void Note(string name, ParameterValue value) => _details.Add(KeyValuePair.Create(name, value));

    internal Candidate Bounded(Candidate candidate) => candidate.Parameters is null ? candidate with { Parameters = Problem.Bound(candidate.Point) } : candidate;

    internal void CheckFitness(Evaluation evaluation)
    {
        Individual who = evaluation.Individual;
        if (evaluation.Fitness.Length != Problem.Weights.Length)
            throw new ArgumentException($"The fitness {evaluation.Fitness} of individual {who.Generation}/{who.Index} has {evaluation.Fitness.Length} numbers; there are {Problem.Weights.Length} weights.", nameof(evaluation));
        if (!evaluation.Fitness.IsFinite)
            throw new ArgumentException($"The fitness {evaluation.Fitness} of individual {who.Generation}/{who.Index} has a number that is not finite; give failed evaluations a finite fitness before they are told.", nameof(evaluation));
    }

    private protected virtual bool IsBetter(Trial trial, Evaluation best, double bestSum) => trial.Sum > bestSum;

    private protected void TakeNotes()
    {
        Details = new ParameterSet(_details);
        _details.Clear();
    }

    private protected void Consider(Trial trial)
    {
        if (trial.Evaluation.IsFailure || (Best is not null && !IsBetter(trial, Best, BestSum)))
            return;
        Best = trial.Evaluation;
        BestSum = trial.Sum;
    }

    private Trial[] Match(Candidate[] pending, IReadOnlyList<Evaluation> evaluations)
    {
        if (evaluations.Count != pending.Length)
            throw new ArgumentException($"Generation {Generation} of {Name} has {pending.Length} individuals; {evaluations.Count} evaluations were told.", nameof(evaluations));
        var trials = new Trial[pending.Length];
        foreach (Evaluation evaluation in evaluations)
        {
            int index = evaluation.Individual.Index;
            if (evaluation.Individual.Generation != Generation || (uint)index >= (uint)trials.Length || trials[index] is not null)
                throw new ArgumentException($"The evaluation of individual {evaluation.Individual.Generation}/{index} does not belong to generation {Generation}, or is there twice.", nameof(evaluations));
            CheckFitness(evaluation);
            trials[index] = new Trial(pending[index], evaluation, Problem.Weights);
        }

        return trials;
    }
}
