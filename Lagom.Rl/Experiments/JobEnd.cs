using System.Text.Json;

namespace Lagom.Rl;

/// <summary>What became of a job: a result as JSON, or a failure.</summary>
internal sealed record JobEnd(JsonElement Result, JobFailure? Failure)
{
    public static JobEnd Finished(JsonElement result) => new(result, Failure: null);

    public static JobEnd Failed(JobFailure failure) => new(default, failure);
}
