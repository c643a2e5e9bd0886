using System.Globalization;
using Lagom.Rl;

namespace LagomHost.Runs;

/// <summary>Finds the trained policies of an experiment's folder.</summary>
internal static class SavedRuns
{
    private const string CheckpointName = "checkpoint.zip";

    public static IReadOnlyList<JobOutcome> Find(string folder, long? configuration, long? seed)
    {
        JobOutcome[] found =
        [
            .. ExperimentResult.Load(folder).Finished
                .Where(outcome => (configuration is null || outcome.Job.Configuration.Id == configuration) && (seed is null || outcome.Job.Seed == seed)),
        ];
        return found.Length > 0 ? found : throw new ArgumentException($"'{folder}' has no finished run{Which(configuration, seed)}.");
    }

    /// <summary>The algorithm as it was when its training ended; the caller disposes of it.</summary>
    public static IAlgorithm Load(ExperimentJob job)
    {
        TrainingPlan plan = TrainingPlan.Of(job.Configuration);
        IAlgorithm algorithm = plan.Create(TrainingExperiment.Registry, job.Seed);
        try
        {
            CheckpointReader.Read(job.PathOf(CheckpointName), algorithm.Load);
            return algorithm;
        }
        catch
        {
            algorithm.Dispose();
            throw;
        }
    }

    private static string Which(long? configuration, long? seed) => (configuration, seed) switch
    {
        (null, null) => "",
        ({ } id, null) => string.Create(CultureInfo.InvariantCulture, $" of configuration {id}"),
        (null, { } number) => string.Create(CultureInfo.InvariantCulture, $" of seed {number}"),
        ({ } id, { } number) => string.Create(CultureInfo.InvariantCulture, $" of configuration {id} and seed {number}"),
    };
}
