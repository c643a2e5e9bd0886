namespace L2L;

/// <summary>
/// The environment that runs the outer loop: it asks the optimizer for populations, has them evaluated, records them, and tells the fitness,
/// until the search is over.
/// </summary>
public sealed partial class Experiment
{
    private readonly IOptimizee _optimizee;
    private readonly IOptimizer _optimizer;
    private readonly ExperimentOptions _options;
    private readonly IEvaluator _evaluator;
    private readonly RandomStream _seeds;
    private readonly long _start;
    private TimeSpan _elapsedBefore;
    private long _evaluations;
    private IProgress<GenerationReport>? _progress;
    private bool _ran;

    /// <summary>Makes an experiment.</summary>
    /// <param name="optimizee">The inner loop.</param>
    /// <param name="optimizer">The outer loop, made for this optimizee's parameters.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ArgumentException">The optimizer was made for other parameters, or cannot go on in steady state though it is asked to.</exception>
    public Experiment(IOptimizee optimizee, IOptimizer optimizer, ExperimentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(optimizee);
        ArgumentNullException.ThrowIfNull(optimizer);
        _optimizee = optimizee;
        _optimizer = optimizer;
        _options = options ?? new ExperimentOptions();
        if (!optimizee.Space.Parameters.SequenceEqual(optimizer.Problem.Space.Parameters))
            throw new ArgumentException($"The optimizer searches {Names(optimizer.Problem.Space)}; the optimizee has {Names(optimizee.Space)}.", nameof(optimizer));
        if (_options.SteadyState && optimizer is not ISteadyStateOptimizer)
            throw new ArgumentException($"{optimizer.Name} needs whole generations; it cannot run in steady state.", nameof(options));
        _evaluator = _options.Evaluator ?? new ParallelEvaluator(time: _options.Time);
        _seeds = new RandomStream(_options.Seed);
        _start = _options.Time.GetTimestamp();
        Trajectory = _options.Trajectory ?? new Trajectory(optimizer.Name);
    }

    /// <summary>The trajectory so far.</summary>
    public Trajectory Trajectory { get; }

    /// <summary>Runs until the search is over.</summary>
    /// <param name="progress">Told how the run stands after each generation; nobody where null.</param>
    /// <param name="cancellationToken">Ends the run; what was recorded by then can be gone on from.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="InvalidOperationException">The experiment ran before.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<ExperimentResult> RunAsync(IProgress<GenerationReport>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_ran)
            throw new InvalidOperationException("An experiment runs once; make another one, with ResumeFrom to go on.");
        _ran = true;
        _progress = progress;
        await _evaluator.ServeIfAskedAsync(_optimizee).ConfigureAwait(false);
        IReadOnlyList<Evaluation> finished = Restore();
        Describe();
        Log.Started(_options.Logger, _optimizer.Name, _optimizer.Generation, _optimizer.Problem.Dimension);
        ExperimentState state = State();
        foreach (ITrajectoryRecorder recorder in _options.Recorders)
            await recorder.StartedAsync(Trajectory, state, cancellationToken).ConfigureAwait(false);
        StopReason reason = WasEndedByRule() ? StopReason.Rule
            : _options.SteadyState ? await RunSteadyAsync(finished, cancellationToken).ConfigureAwait(false)
            : await RunGenerationsAsync(finished, cancellationToken).ConfigureAwait(false);
        return await EndAsync(reason, cancellationToken).ConfigureAwait(false);
    }

    // A run that a rule had ended, perhaps just before its process was killed, must not go on.
    private bool WasEndedByRule() =>
        _options.ResumeFrom is { } from && _optimizer.StopReason == StopReason.None
        && (from.LastGeneration ?? Trajectory.Generations.LastOrDefault()) is { } last
        && Report(last, Elapsed()) is var report && _options.Termination.Any(rule => rule.IsOver(report));

    private async Task<StopReason> RunGenerationsAsync(IReadOnlyList<Evaluation> finished, CancellationToken cancellationToken)
    {
        while (_optimizer.StopReason == StopReason.None)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DateTimeOffset started = _options.Time.GetUtcNow();
            long start = _options.Time.GetTimestamp();
            Population population = _optimizer.Ask();
            foreach (ITrajectoryRecorder recorder in _options.Recorders)
                await recorder.PopulationAsync(population, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<Evaluation> evaluations = await EvaluateAsync(population, finished, cancellationToken).ConfigureAwait(false);
            finished = [];
            evaluations = Resolve(evaluations);
            _options.Pruner?.Observe(evaluations);
            _optimizer.Tell(evaluations);
            _evaluations += evaluations.Count;
            var generation = new Generation(population.Generation, evaluations, _optimizer.Details)
            {
                Started = started,
                Duration = _options.Time.GetElapsedTime(start),
            };
            if (await RecordAsync(generation, cancellationToken).ConfigureAwait(false))
                return StopReason.Rule;
        }

        return _optimizer.StopReason;
    }

    private async Task<IReadOnlyList<Evaluation>> EvaluateAsync(Population population, IReadOnlyList<Evaluation> finished, CancellationToken cancellationToken)
    {
        var evaluations = new Evaluation?[population.Count];
        foreach (Evaluation done in finished)
        {
            if (done.Individual.Generation == population.Generation && (uint)done.Individual.Index < (uint)population.Count
                && done.Individual.Parameters.Equals(population[done.Individual.Index].Parameters))
            {
                evaluations[done.Individual.Index] = done;
            }
        }

        RandomStream seeds = _seeds.Split("generation", population.Generation);
        PruningRule? pruning = _options.Pruner?.Rule;
        EvaluationRequest[] requests = [.. population.Where(individual => evaluations[individual.Index] is null)
            .Select(individual => new EvaluationRequest(individual, seeds.Split("individual", individual.Index).State) { Pruning = pruning })];
        var gate = new Lock();
        if (requests.Length > 0)
            await _evaluator.EvaluateAsync(new EvaluationBatch(_optimizee, requests), Completed, cancellationToken).ConfigureAwait(false);
        int missing = Array.IndexOf(evaluations, null);
        if (missing >= 0)
            throw new InvalidOperationException($"{_evaluator.GetType().Name} ended without having evaluated individual {population.Generation}/{missing}.");
        return evaluations!;

        void Completed(Evaluation evaluation)
        {
            evaluation = Checked(evaluation);
            lock (gate)
            {
                evaluations[evaluation.Individual.Index] = evaluation;
                foreach (ITrajectoryRecorder recorder in _options.Recorders)
                    recorder.Evaluated(evaluation);
            }
        }
    }

    // A fitness that cannot be learned from is a failure like any other.
    private Evaluation Checked(Evaluation evaluation)
    {
        int wanted = _optimizer.Problem.Weights.Length;
        if (evaluation.IsFailure || (evaluation.Fitness.Length == wanted && evaluation.Fitness.IsFinite))
            return evaluation;
        string error = evaluation.Fitness.Length == wanted
            ? $"Simulate returned the fitness {evaluation.Fitness}; every number of it must be finite."
            : $"Simulate returned {evaluation.Fitness.Length} numbers; it must return {wanted}, one for each weight.";
        return evaluation with { Status = EvaluationStatus.Failed, Error = error };
    }

    private IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations)
    {
        int failed = evaluations.Count(static e => e.IsFailure);
        if (failed == 0)
            return evaluations;
        Evaluation first = evaluations.First(static e => e.IsFailure);
        Log.Failed(_options.Logger, failed, evaluations.Count, first.Individual.Generation, first.Error ?? first.Status.ToString());
        return _options.FailurePolicy.Resolve(evaluations, _optimizer.Problem.Weights);
    }

    private async Task<bool> RecordAsync(Generation generation, CancellationToken cancellationToken)
    {
        if (_options.KeepGenerations)
            Trajectory.Add(generation);
        ExperimentState state = State();
        foreach (ITrajectoryRecorder recorder in _options.Recorders)
            await recorder.GenerationAsync(generation, state, cancellationToken).ConfigureAwait(false);
        GenerationReport report = Report(generation, state.Elapsed);
        Log.GenerationDone(_options.Logger, report.Generation, report.GenerationBest, report.BestWeighted, report.Evaluations);
        _progress?.Report(report);
        return _optimizer.StopReason == StopReason.None && _options.Termination.Any(rule => rule.IsOver(report));
    }

    private async Task<ExperimentResult> EndAsync(StopReason reason, CancellationToken cancellationToken)
    {
        OptimizerResult found = _optimizer.End() with { StopReason = reason };
        foreach ((string name, ParameterValue value) in found.Best.Individual.Parameters)
            Trajectory.Results.Set($"final_individual.{name}", value);
        Trajectory.Results.Set("final_fitness", found.Best.Fitness.ToArray());
        Trajectory.Results.Set("final_weighted_fitness", found.BestWeighted);
        Trajectory.Results.Set("n_iteration", found.Generations);
        Trajectory.Results.Set("stop_reason", reason.ToString());
        var result = new ExperimentResult(found, Trajectory, _evaluations, Elapsed());
        Log.Ended(_options.Logger, _optimizer.Name, reason, _evaluations, found.BestWeighted);
        foreach (ITrajectoryRecorder recorder in _options.Recorders)
            await recorder.EndedAsync(result, cancellationToken).ConfigureAwait(false);
        return result;
    }

    private IReadOnlyList<Evaluation> Restore()
    {
        if (_options.ResumeFrom is not { } from)
            return [];
        _optimizer.LoadState(from.Optimizer);
        if (from.Pruner is not null)
            (_options.Pruner ?? throw new InvalidOperationException("The run to go on with had a pruner; give the experiment one of the same kind.")).LoadState(from.Pruner);
        _evaluations = from.Evaluations;
        _elapsedBefore = from.Elapsed;
        return from.Finished;
    }

    private void Describe()
    {
        Trajectory.Parameters.Set("optimizer.name", _optimizer.Name);
        foreach ((string name, ParameterValue value) in _optimizer.Settings)
            Trajectory.Parameters.Set($"optimizer.{name}", value);
        Trajectory.Parameters.Set("fitness.weights", _optimizer.Problem.Weights.Values.ToArray());
        foreach (Parameter parameter in _optimizee.Space.Parameters)
            Trajectory.Parameters.Set($"explored.{parameter.Name}", parameter.Description);
        Trajectory.Parameters.Set("experiment.seed", _options.Seed);
        Trajectory.Parameters.Set("experiment.steady_state", _options.SteadyState ? "true" : "false");
        Trajectory.DerivedParameters.Set("individual.dimension", (long)_optimizer.Problem.Dimension);
    }

    private ExperimentState State() => new(_optimizer.SaveState())
    {
        NextGeneration = _optimizer.Generation,
        Evaluations = _evaluations,
        Elapsed = Elapsed(),
        Pruner = _options.Pruner?.SaveState(),
    };

    private GenerationReport Report(Generation generation, TimeSpan elapsed)
    {
        double[] sums = [.. generation.Evaluations.Select(e => _optimizer.Problem.Weights.Sum(e.Fitness)).Order()];
        double best = _optimizer.Best is null ? double.NegativeInfinity : _optimizer.Problem.Weights.Sum(_optimizer.Best.Fitness);
        return new GenerationReport(
            generation.Number, _evaluations, _optimizer.Best, best, sums[^1], (sums[(sums.Length - 1) / 2] + sums[sums.Length / 2]) / 2,
            generation.Evaluations.Count(static e => e.IsFailure), elapsed);
    }

    private TimeSpan Elapsed() => _elapsedBefore + _options.Time.GetElapsedTime(_start);

    private static string Names(ParameterSpace space) => string.Join(", ", space.Parameters.Select(static p => $"{p.Name} ({p.Description})"));
}
