using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lagom.Rl;

/// <summary>Runs jobs on threads of their own in this process.</summary>
internal sealed class JobThreads(IExperiment experiment) : IJobExecutor
{
    public Task<JobEnd> RunAsync(ExperimentJob job, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => Run(experiment, job, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a job on this thread. What it throws becomes its failure, unless it obeyed the token.</summary>
    public static JobEnd Run(IExperiment experiment, ExperimentJob job, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return JobEnd.Finished(ToJson(experiment.Run(job, cancellationToken)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return JobEnd.Failed(new JobFailure(JobFailureKind.Threw, exception.GetType().FullName!, exception.Message, exception.ToString()));
        }
    }

    // Results always pass through their written form, so that a kept one equals a fresh one.
    private static JsonElement ToJson(JsonNode? result)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(result?.ToJsonString() ?? "null");
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidOperationException($"The job's result cannot be written as JSON (numbers must be finite): {exception.Message}", exception);
        }
    }
}
