using Microsoft.Extensions.Logging;

namespace Lagom.Rl;

/// <summary>What this package logs; its event ids start at 2000.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Debug, Message = "Made environment {Id}")]
    public static partial void MadeEnvironment(ILogger logger, string id);

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
