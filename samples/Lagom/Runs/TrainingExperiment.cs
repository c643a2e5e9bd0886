using System.Globalization;
using System.Text.Json.Nodes;
using Lagom.Rl;
using TorchSharp;

namespace LagomHost.Runs;

/// <summary>Trains a configuration with a seed in the folder of its job, going on from its checkpoint where there is one.</summary>
/// <param name="report">Is told how far each run is.</param>
/// <param name="namesConfigurations">Whether there are several configurations, so that a run's name tells which one it is of.</param>
internal sealed class TrainingExperiment(Action<RunProgress> report, bool namesConfigurations) : IExperiment
{
    public static EnvironmentRegistry Registry { get; } = new();

    public JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken)
    {
        TrainingPlan plan = TrainingPlan.Of(job.Configuration);
        // Networks of this size gain nothing from a second thread.
        torch.set_num_threads(1);
        using IAlgorithm algorithm = plan.Create(Registry, job.Seed);
        var loop = new TrainingLoop(algorithm, Registry, plan.Environment, new TrainingOptions(plan.Steps)
        {
            Seed = job.Seed,
            Folder = job.Directory,
            Resume = true,
            StopAtReturn = plan.StopAt,
            CheckpointEvery = plan.CheckpointEvery == 0 ? null : plan.CheckpointEvery,
        });
        TrainingResult result = loop.Run(new Relay(report, Name(job, namesConfigurations)), cancellationToken);
        EvaluationResult final = algorithm.Policy.Evaluate(Registry, plan.Environment, plan.EvaluationEpisodes, EvaluationSeed(job.Seed), random: null, cancellationToken);
        double threshold = Registry.Spec(plan.Environment).RewardThreshold ?? double.PositiveInfinity;
        return new RunResult(
            result.StepsDone,
            final.MeanReturn,
            final.StandardDeviation,
            final.Episodes.Length,
            result.Evaluations.FirstOrDefault(point => point.MeanReturn >= threshold)?.Step,
            result.Elapsed.TotalSeconds).ToJson();
    }

    public static string Name(ExperimentJob job, bool namesConfiguration) => namesConfiguration
        ? string.Create(CultureInfo.InvariantCulture, $"configuration {job.Configuration.Id}, seed {job.Seed}")
        : string.Create(CultureInfo.InvariantCulture, $"seed {job.Seed}");

    // Episodes that no training and no evaluation on the way has seen.
    public static long EvaluationSeed(long seed) => unchecked(seed * 1_000_003 + 500_000_009);

    private sealed class Relay(Action<RunProgress> report, string name) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(new RunProgress(name, Math.Min(value.StepsDone, value.TotalSteps), value.TotalSteps, Detail(value)));

        private static string Detail(TrainingProgress value)
        {
            string evaluated = value.LastEvaluation is { } last ? string.Create(CultureInfo.InvariantCulture, $", evaluated {last.MeanReturn:F1}") : "";
            return string.Create(CultureInfo.InvariantCulture, $"return {value.MeanReturn:F1}{evaluated}, {value.StepsPerSecond:F0} steps/s");
        }
    }
}
