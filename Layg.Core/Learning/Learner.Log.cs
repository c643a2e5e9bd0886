using Microsoft.Extensions.Logging;

namespace Layg;

public sealed partial class Learner
{
    [LoggerMessage(1000, LogLevel.Information, "Trained on {Points} points, {HeldOut} of them held out, in {Seconds:F3} s")]
    private static partial void LogTrained(ILogger logger, int points, int heldOut, double seconds);

    [LoggerMessage(1001, LogLevel.Warning, "Training on {Points} points gave no emulator: {Reason}")]
    private static partial void LogCannotFit(ILogger logger, int points, string reason);

    [LoggerMessage(1002, LogLevel.Error, "Training on {Points} points failed")]
    private static partial void LogTrainingFailed(ILogger logger, Exception exception, int points);

    [LoggerMessage(1003, LogLevel.Warning, "The function returned {Value}; values that are not finite are returned but not learnt (said once)")]
    private static partial void LogNotLearnable(ILogger logger, double value);

    [LoggerMessage(1004, LogLevel.Warning, "The function is noisy: the same input gave another value; their mean is kept (said once)")]
    private static partial void LogNoisy(ILogger logger);

    [LoggerMessage(1005, LogLevel.Information, "Loaded {Points} points of a learner with another emulator ({Stored}); fitting {Current} to them")]
    private static partial void LogOtherEmulator(ILogger logger, int points, string stored, string current);

    [LoggerMessage(1006, LogLevel.Information, "The emulator is not stored, only its points are, and loading will fit anew: {Reason}")]
    private static partial void LogEmulatorNotStored(ILogger logger, string reason);

    [LoggerMessage(1007, LogLevel.Information, "The stored emulator does not suit; fitting anew: {Reason}")]
    private static partial void LogStoredEmulatorUnusable(ILogger logger, string reason);
}
