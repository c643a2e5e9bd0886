using System.Globalization;

namespace L2LExperiments.Runs;

/// <summary>Puts an experiment together and runs it.</summary>
internal sealed class ExperimentRun(IOptimizerFactory optimizers, IOptimizeeFactory optimizees)
{
    public async Task<ExperimentResult> RunAsync(RunSettings settings, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        IOptimizee optimizee = optimizees.Create(settings.Optimizee, settings.OptimizeeSettings);
        OptimizerEntry? entry = optimizers.All.FirstOrDefault(known => known.Name.Equals(settings.Optimizer, StringComparison.OrdinalIgnoreCase));
        IOptimizer optimizer = optimizers.Create(
            settings.Optimizer, SearchProblem.Of(optimizee, optimizees.WeightsOf(settings.Optimizee)), entry is null ? null : settings.AllOptimizerSettings(entry));
        var limits = new EvaluationLimits { TimeLimit = settings.TimeLimit is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Retries = settings.Retries };
        await using ProcessEvaluator? workers = settings.Evaluator == "processes"
            ? new ProcessEvaluator(new ProcessEvaluatorOptions { Workers = settings.Workers, Limits = limits, LogFolder = Path.Combine(settings.Folder, "workers") })
            : null;
        IEvaluator evaluator = workers ?? (settings.Evaluator == "slurm"
            ? new SlurmEvaluator(new SlurmEvaluatorOptions { Folder = Path.Combine(settings.Folder, "slurm"), Tasks = settings.Workers, Limits = limits })
            : (IEvaluator)new ParallelEvaluator(settings.Workers, limits: limits));
        var trajectory = new Trajectory($"{settings.Optimizer} on {settings.Optimizee}");
        trajectory.Parameters.Set("optimizee.name", settings.Optimizee);
        foreach ((string name, string value) in settings.OptimizeeSettings)
            trajectory.Parameters.Set($"optimizee.{name}", value);
        long generations = optimizer.Settings.TryGetValue("Generations", out ParameterValue most) ? most.AsInteger() : settings.Generations;
        var options = new ExperimentOptions
        {
            Seed = settings.Seed,
            Evaluator = evaluator,
            SteadyState = settings.SteadyState,
            FailurePolicy = settings.KeepGoing ? new WorstOfGeneration() : new ThrowOnFailure(),
            Trajectory = trajectory,
        };
        return await RecordedExperiment.RunAsync(settings.Folder, optimizee, optimizer, options, progress: new GenerationProgress(trajectory.Name, generations, progress), cancellationToken: cancellationToken);
    }

    private sealed class GenerationProgress(string name, long generations, Action<RunProgress> show) : IProgress<GenerationReport>
    {
        public void Report(GenerationReport value) => show(new RunProgress(name, value.Generation + 1, generations, Detail(value)));

        private static string Detail(GenerationReport report)
        {
            string best = report.Best is null ? "nothing valid yet" : string.Create(CultureInfo.InvariantCulture, $"best {string.Join(", ", report.Best.Fitness.ToArray().Select(x => x.ToString("G5", CultureInfo.InvariantCulture)))}");
            return report.Failures == 0 ? best : string.Create(CultureInfo.InvariantCulture, $"{best}, {report.Failures} failed");
        }
    }
}
