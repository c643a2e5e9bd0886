using Microsoft.Extensions.Logging;

namespace Lagom.Rl;

/// <summary>What this package logs; its event ids start at 2000.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Debug, Message = "Made environment {Id}")]
    public static partial void MadeEnvironment(ILogger logger, string id);

    [LoggerMessage(EventId = 2060, Level = LogLevel.Information, Message = "Experiment in {Directory}: {Jobs} jobs, {Kept} of them finished before, {Parallelism} at a time")]
    public static partial void StartedExperiment(ILogger logger, string directory, int jobs, int kept, int parallelism);

    [LoggerMessage(EventId = 2061, Level = LogLevel.Information, Message = "Experiment in {Directory} has ended: {Finished} jobs finished, {Failed} failed")]
    public static partial void EndedExperiment(ILogger logger, string directory, int finished, int failed);

    [LoggerMessage(EventId = 2062, Level = LogLevel.Warning, Message = "Experiment stopped after {Done} of {Total} jobs; it can be resumed")]
    public static partial void StoppedExperiment(ILogger logger, int done, int total);

    [LoggerMessage(EventId = 2063, Level = LogLevel.Debug, Message = "Job {Job} started: configuration {Configuration}, seed {Seed}, device {Device}")]
    public static partial void StartedJob(ILogger logger, int job, int configuration, long seed, string device);

    [LoggerMessage(EventId = 2064, Level = LogLevel.Information, Message = "Job {Job} finished: configuration {Configuration}, seed {Seed}, after {Duration}")]
    public static partial void FinishedJob(ILogger logger, int job, int configuration, long seed, TimeSpan duration);

    [LoggerMessage(EventId = 2065, Level = LogLevel.Error, Message = "Job {Job} failed: configuration {Configuration}, seed {Seed}: {Kind}: {Reason}")]
    public static partial void FailedJob(ILogger logger, int job, int configuration, long seed, JobFailureKind kind, string reason);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Debug, Message = "Made a batch of {Count} environments {Id}")]
    public static partial void MadeBatch(ILogger logger, string id, int count);

    [LoggerMessage(EventId = 2040, Level = LogLevel.Information, Message = "Training {Algorithm} on {Environment} from step {From} to {To}")]
    public static partial void TrainingStarted(ILogger logger, string algorithm, string environment, long from, long to);

    [LoggerMessage(EventId = 2041, Level = LogLevel.Information, Message = "Step {Step}: mean return {Mean} (sd {StandardDeviation}) over {Episodes} evaluation episodes")]
    public static partial void Evaluated(ILogger logger, long step, double mean, double standardDeviation, int episodes);

    [LoggerMessage(EventId = 2042, Level = LogLevel.Information, Message = "Step {Step}: saved {Path}")]
    public static partial void CheckpointSaved(ILogger logger, long step, string path);

    [LoggerMessage(EventId = 2043, Level = LogLevel.Information, Message = "Training of {Algorithm} on {Environment} ended at step {Step}: {Reason}")]
    public static partial void TrainingEnded(ILogger logger, string algorithm, string environment, long step, StopReason reason);
}
