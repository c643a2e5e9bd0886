using Microsoft.Extensions.Logging;

namespace EvoGrad;

/// <summary>What a search reports. Event ids 4000 to 4099.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Debug, "Generation {Generation}: mean fitness {MeanFitness}, best {BestFitness}, gradient {GradientNorm}")]
    public static partial void GenerationDone(ILogger logger, long generation, double meanFitness, double bestFitness, double gradientNorm);

    [LoggerMessage(4001, LogLevel.Warning, "Generation {Generation}: {Count} individuals had no finite fitness and got the worst one")]
    public static partial void WorstTaken(ILogger logger, long generation, int count);

    [LoggerMessage(4002, LogLevel.Information, "Checkpoint of generation {Generation} written to {Path}")]
    public static partial void CheckpointSaved(ILogger logger, long generation, string path);

    [LoggerMessage(4003, LogLevel.Information, "Checkpoint of generation {Generation} read from {Path}")]
    public static partial void CheckpointLoaded(ILogger logger, long generation, string path);
}
