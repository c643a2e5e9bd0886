namespace Lagom.Evolution;

/// <summary>Searches from the first generation to the last in one call.</summary>
/// <remarks>
/// The same seed gives the same result whatever the degree of parallelism. An exception of the objective reaches the caller as it is, and
/// cancellation as <see cref="OperationCanceledException"/>; the strategy then still waits for the values of its last generation, or can be
/// asked for another.
/// </remarks>
public static class Evolve
{
    /// <summary>Minimises a function with CMA-ES, or maximises it where the options say so.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="x0">Where to start [dimension].</param>
    /// <param name="sigma0">The first standard deviation: about a third of the range where the best is expected. Range: positive.</param>
    /// <param name="options">Options of the strategy, its stopping rules and seed among them; the defaults if null.</param>
    /// <param name="run">How to evaluate; the defaults if null.</param>
    /// <param name="progress">Told each generation once it is done; nobody where null.</param>
    /// <param name="cancellationToken">Ends the search between evaluations.</param>
    /// <returns>What was found, why the search ended, and its history.</returns>
    /// <exception cref="ArgumentException">The start, the step or an option is out of range.</exception>
    public static EvolutionRun Minimize(
        Objective objective, ReadOnlySpan<double> x0, double sigma0, CmaEsOptions? options = null, RunOptions? run = null,
        IProgress<GenerationReport>? progress = null, CancellationToken cancellationToken = default) =>
        Run(new CmaEs(x0, sigma0, options), objective, run, progress, cancellationToken);

    /// <summary>Minimises a function that evaluates whole generations.</summary>
    /// <inheritdoc cref="Minimize(Objective, ReadOnlySpan{double}, double, CmaEsOptions, RunOptions, IProgress{GenerationReport}, CancellationToken)"/>
    public static EvolutionRun Minimize(
        BatchObjective objective, ReadOnlySpan<double> x0, double sigma0, CmaEsOptions? options = null, RunOptions? run = null,
        IProgress<GenerationReport>? progress = null, CancellationToken cancellationToken = default) =>
        Run(new CmaEs(x0, sigma0, options), objective, run, progress, cancellationToken);

    /// <summary>Minimises a function whose evaluation waits for something.</summary>
    /// <inheritdoc cref="Minimize(Objective, ReadOnlySpan{double}, double, CmaEsOptions, RunOptions, IProgress{GenerationReport}, CancellationToken)"/>
    public static Task<EvolutionRun> MinimizeAsync(
        AsyncObjective objective, ReadOnlySpan<double> x0, double sigma0, CmaEsOptions? options = null, RunOptions? run = null,
        IProgress<GenerationReport>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(new CmaEs(x0, sigma0, options), objective, run, progress, cancellationToken);

    /// <summary>Runs a strategy until one of its stopping rules is met.</summary>
    /// <param name="strategy">The strategy; it may have told generations already.</param>
    /// <param name="objective">The function.</param>
    /// <param name="run">How to evaluate; the defaults if null.</param>
    /// <param name="progress">Told each generation once it is done; nobody where null.</param>
    /// <param name="cancellationToken">Ends the search between evaluations.</param>
    /// <returns>What was found, why the search ended, and the history of this call.</returns>
    public static EvolutionRun Run(
        IEvolutionStrategy strategy, Objective objective, RunOptions? run = null, IProgress<GenerationReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Finished(Loop(strategy, new GenerationEvaluator.Single(objective, Degree(run)), run).RunAsync(progress, cancellationToken));
    }

    /// <inheritdoc cref="Run(IEvolutionStrategy, Objective, RunOptions, IProgress{GenerationReport}, CancellationToken)"/>
    public static EvolutionRun Run(
        IEvolutionStrategy strategy, BatchObjective objective, RunOptions? run = null, IProgress<GenerationReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Finished(Loop(strategy, new GenerationEvaluator.Batch(objective), run).RunAsync(progress, cancellationToken));
    }

    /// <inheritdoc cref="Run(IEvolutionStrategy, Objective, RunOptions, IProgress{GenerationReport}, CancellationToken)"/>
    public static Task<EvolutionRun> RunAsync(
        IEvolutionStrategy strategy, AsyncObjective objective, RunOptions? run = null, IProgress<GenerationReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Loop(strategy, new GenerationEvaluator.Async(objective, Degree(run)), run).RunAsync(progress, cancellationToken).AsTask();
    }

    /// <summary>Runs a strategy a generation at a time, until one of its stopping rules is met or the caller stops asking.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="objective">The function.</param>
    /// <param name="run">How to evaluate; the defaults if null.</param>
    /// <param name="cancellationToken">Ends the search between evaluations.</param>
    /// <returns>The generations.</returns>
    public static IAsyncEnumerable<GenerationResult> GenerationsAsync(
        IEvolutionStrategy strategy, AsyncObjective objective, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Loop(strategy, new GenerationEvaluator.Async(objective, Degree(run)), run).GenerationsAsync(cancellationToken);
    }

    /// <inheritdoc cref="GenerationsAsync(IEvolutionStrategy, AsyncObjective, RunOptions, CancellationToken)"/>
    public static IAsyncEnumerable<GenerationResult> GenerationsAsync(
        IEvolutionStrategy strategy, Objective objective, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Loop(strategy, new GenerationEvaluator.Single(objective, Degree(run)), run).GenerationsAsync(cancellationToken);
    }

    private static int Degree(RunOptions? run) => run?.MaxDegreeOfParallelism ?? 1;

    private static GenerationLoop Loop(IEvolutionStrategy strategy, GenerationEvaluator evaluator, RunOptions? run)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        run ??= new RunOptions();
        run.Validate();
        return new GenerationLoop(strategy, evaluator, run);
    }

    // Evaluators that do not wait finish before they return, so there is nothing to block on.
    private static EvolutionRun Finished(ValueTask<EvolutionRun> run) => run.GetAwaiter().GetResult();
}
