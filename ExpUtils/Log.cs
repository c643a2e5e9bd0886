using Microsoft.Extensions.Logging;

namespace ExpUtils;

/// <summary>What this package reports. Event ids 5000 to 5099.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Warning, "Result not found: {Path}: {Reason}")]
    public static partial void ResultNotFound(ILogger logger, string path, string reason);

    [LoggerMessage(5001, LogLevel.Warning, "{Path}: {Problem}")]
    public static partial void ConfigurationWarning(ILogger logger, string path, string problem);

    [LoggerMessage(5050, LogLevel.Warning, "Run {Index} failed in attempt {Attempt} of {Attempts} and is tried again: {Error}")]
    public static partial void RunRetried(ILogger logger, long index, int attempt, int attempts, string error);

    [LoggerMessage(5051, LogLevel.Error, "Run {Index} ({Parameters}) failed: {Error} Its log: {Path}")]
    public static partial void RunFailed(ILogger logger, long index, string parameters, string error, string path);

    [LoggerMessage(5052, LogLevel.Information, "Submitted job {Job}: {Tasks} tasks with {Runs} runs of {Experiment}")]
    public static partial void JobSubmitted(ILogger logger, long job, int tasks, int runs, string experiment);

    [LoggerMessage(5053, LogLevel.Warning, "Job {Job} is over; {Runs} of its runs are not done")]
    public static partial void JobLeftRuns(ILogger logger, long job, int runs);
}
