using System.Globalization;

namespace Lagom.Rl;

/// <summary>Jobs of an experiment failed. The other jobs are finished and kept.</summary>
public sealed class ExperimentFailedException : Exception
{
    internal ExperimentFailedException(ExperimentResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>The outcomes of all jobs.</summary>
    public ExperimentResult Result { get; }

    private static string Describe(ExperimentResult result)
    {
        JobOutcome first = result.Failed.First();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Failed.Count()} of {result.Outcomes.Count} jobs failed. The first is job {first.Job.Index} (configuration {first.Job.Configuration.Id}, seed {first.Job.Seed}): {first.Failure} Its folder, {first.Job.Directory}, has the details.");
    }
}
