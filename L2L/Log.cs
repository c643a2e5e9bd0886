using Microsoft.Extensions.Logging;

namespace L2L;

/// <summary>What experiments report. Event ids 6000 to 6099.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "{Optimizer} starts at generation {Generation} with {Dimension} search coordinates")]
    public static partial void Started(ILogger logger, string optimizer, int generation, int dimension);

    [LoggerMessage(6001, LogLevel.Debug, "Generation {Generation}: best {Best}, best of the run {BestSoFar}, {Evaluations} evaluations")]
    public static partial void GenerationDone(ILogger logger, int generation, double best, double bestSoFar, long evaluations);

    [LoggerMessage(6002, LogLevel.Information, "{Optimizer} ended ({Reason}) after {Evaluations} evaluations at {Best}")]
    public static partial void Ended(ILogger logger, string optimizer, StopReason reason, long evaluations, double best);

    [LoggerMessage(6003, LogLevel.Warning, "{Failed} of {Count} evaluations of generation {Generation} failed, the first: {Error}")]
    public static partial void Failed(ILogger logger, int failed, int count, int generation, string error);

    [LoggerMessage(6050, LogLevel.Warning, "Individual {Generation}/{Index}: {Message}")]
    public static partial void WorkerDied(ILogger logger, int generation, int index, string message);

    [LoggerMessage(6051, LogLevel.Information, "Generation {Generation}: job {Job} with {Tasks} tasks for {Individuals} individuals")]
    public static partial void JobSubmitted(ILogger logger, int generation, long job, int tasks, int individuals);

    [LoggerMessage(6052, LogLevel.Warning, "Generation {Generation}: {Count} individuals are still missing after job {Job} ({States})")]
    public static partial void JobLeftOver(ILogger logger, int generation, int count, long job, string states);
}
