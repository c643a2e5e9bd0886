using Microsoft.Extensions.Logging;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>What a fit reports. Event ids 1100 to 1199.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Warning,
        "{Dropped} of {Dimension} directions do not vary over the {Count} points; queries that leave the points along them are refused")]
    public static partial void DirectionsDropped(ILogger logger, int dropped, int dimension, int count);

    [LoggerMessage(1101, LogLevel.Warning,
        "{Inputs} inputs came again with another value; the values were averaged. Is the function noisy?")]
    public static partial void NoisyRepeats(ILogger logger, int inputs);

    [LoggerMessage(1102, LogLevel.Information,
        "{Count} points in {Rank} dimensions: the local polynomial has degree {Degree} instead of {Wanted}")]
    public static partial void DegreeLowered(ILogger logger, int count, int rank, int degree, int wanted);

    [LoggerMessage(1103, LogLevel.Debug,
        "Fitted {Count} points of dimension {Dimension}: degree {Degree}, {Neighbours} neighbours, {Calibration} calibration points, mean neighbour distance up to {MaximumDistance}")]
    public static partial void Fitted(
        ILogger logger, int count, int dimension, int degree, int neighbours, int calibration, double maximumDistance);

    [LoggerMessage(1104, LogLevel.Debug,
        "Fitted a Gaussian process to {Count} points: {Kernel}, {Scope}, log marginal likelihood {LogLikelihood}, in {Seconds:F3} s")]
    public static partial void ProcessFitted(ILogger logger, int count, CovarianceKernel kernel, string scope, double logLikelihood, double seconds);
}
