using System.Text.Json.Nodes;

namespace Lagom.Rl;

/// <summary>What an experiment does for each configuration and seed.</summary>
public interface IExperiment
{
    /// <summary>
    /// Runs a job. Called for several jobs at once, on threads or in processes of their own; what it returns and writes must depend on
    /// the job only. What it throws is recorded as the job's failure.
    /// </summary>
    /// <param name="job">The configuration, the seed, and the folder to write to.</param>
    /// <param name="cancellationToken">Ends the job early, by <see cref="OperationCanceledException"/>; it then counts as not run.</param>
    /// <returns>The result: anything that JSON can hold, a number say; null for none.</returns>
    JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken);
}
