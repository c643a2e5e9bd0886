using System.Text.Json.Nodes;

namespace Lagom.Rl;

/// <summary>How a job ended.</summary>
/// <param name="Job">The job.</param>
/// <param name="Result">What it returned; null where it returned nothing or failed. Read from the folder, so the same after resuming.</param>
/// <param name="Failure">Why it failed; null where it finished.</param>
/// <param name="WasKept">Whether it was finished before this run began.</param>
public sealed record JobOutcome(ExperimentJob Job, JsonNode? Result, JobFailure? Failure, bool WasKept)
{
    /// <summary>Whether the job ran to its end.</summary>
    public bool IsFinished => Failure is null;
}
