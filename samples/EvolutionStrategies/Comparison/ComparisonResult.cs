using EvolutionStrategies.Policy;

namespace EvolutionStrategies.Comparison;

/// <summary>What came out.</summary>
/// <param name="Settings">What was compared.</param>
/// <param name="Function">The benchmark function.</param>
/// <param name="FunctionRuns">The runs on it.</param>
/// <param name="SwingUp">The policy search; null where it was left out.</param>
/// <param name="SwingUpRuns">The runs on it.</param>
/// <param name="BestPath">What the best policy does; empty where there is none.</param>
/// <param name="StoppedEarly">Whether the comparison was cancelled.</param>
internal sealed record ComparisonResult(
    ComparisonSettings Settings,
    Problem Function,
    IReadOnlyList<SearchRun> FunctionRuns,
    Problem? SwingUp,
    IReadOnlyList<SearchRun> SwingUpRuns,
    IReadOnlyList<CartPole> BestPath,
    bool StoppedEarly)
{
    /// <summary>Runs the comparison. A cancelled one returns what it has.</summary>
    public static ComparisonResult Run(ComparisonSettings settings, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        Problem function = Problem.Benchmark(settings.Function, settings.Dimension, settings.Seed);
        IReadOnlyList<SearchRun> functionRuns = new Race(function, settings.Evaluations, settings.Seed, settings.Threads).Run(progress, cancellationToken);

        var task = new SwingUpTask(settings.Seed);
        Problem? swingUp = settings.PolicyEvaluations > 0 ? Problem.SwingUp(task) : null;
        IReadOnlyList<SearchRun> swingUpRuns = swingUp is null
            ? []
            : new Race(swingUp, settings.PolicyEvaluations, settings.Seed, settings.Threads).Run(progress, cancellationToken);
        SearchRun? best = swingUpRuns.Where(run => run.Result.XBest is not null).MaxBy(run => run.Result.FBest);
        return new ComparisonResult(
            settings, function, functionRuns, swingUp, swingUpRuns, best is null ? [] : task.Path(best.Result.XBest), cancellationToken.IsCancellationRequested);
    }
}
