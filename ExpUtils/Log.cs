using Microsoft.Extensions.Logging;

namespace ExpUtils;

/// <summary>What this package reports. Event ids 5000 to 5099.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Warning, "Result not found: {Path}: {Reason}")]
    public static partial void ResultNotFound(ILogger logger, string path, string reason);

    [LoggerMessage(5001, LogLevel.Warning, "{Path}: {Problem}")]
    public static partial void ConfigurationWarning(ILogger logger, string path, string problem);
}
