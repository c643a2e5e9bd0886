using Microsoft.Extensions.Logging;

namespace Lagom.Evolution;

/// <summary>What a search reports. Event ids 3000 to 3099.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Debug, "{Strategy} starts in {Dimension} dimensions with {Population} candidates a generation")]
    public static partial void Started(ILogger logger, string strategy, int dimension, int population);

    [LoggerMessage(3001, LogLevel.Information, "{Strategy} ended after {Iterations} generations and {Evaluations} evaluations at {Best}: {Reasons}")]
    public static partial void Ended(ILogger logger, string strategy, long iterations, long evaluations, double best, string reasons);

    [LoggerMessage(3002, LogLevel.Warning, "{Failed} of {Count} evaluations of generation {Iteration} gave no finite number")]
    public static partial void EvaluationsFailed(ILogger logger, int failed, int count, long iteration);
}
