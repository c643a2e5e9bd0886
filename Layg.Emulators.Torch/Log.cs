using Microsoft.Extensions.Logging;

namespace Layg.Emulators.Torch;

/// <summary>What a fit reports. Event ids 1200 to 1299.</summary>
internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Warning,
        "{Dropped} of {Dimension} directions do not vary over the {Count} points; queries that leave the points along them are refused")]
    public static partial void DirectionsDropped(ILogger logger, int dropped, int dimension, int count);

    [LoggerMessage(1201, LogLevel.Debug,
        "Fitted {Count} points of dimension {Dimension} in {Epochs} passes: validation loss {Loss}, {Calibration} calibration points")]
    public static partial void Fitted(ILogger logger, int count, int dimension, int epochs, double loss, int calibration);
}
