using Microsoft.Extensions.Logging;

namespace Lagom.Rl;

/// <summary>What this package logs; its event ids start at 2000.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Debug, Message = "Made environment {Id}")]
    public static partial void MadeEnvironment(ILogger logger, string id);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Debug, Message = "Made a batch of {Count} environments {Id}")]
    public static partial void MadeBatch(ILogger logger, string id, int count);
}
