using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>What came of a training.</summary>
/// <param name="StepsDone">How many environment steps were taken, over all copies and over all processes of a resumed run.</param>
/// <param name="Episodes">How many episodes ended.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Evaluations">All evaluations, the last one of the final policy; empty where there were to be none.</param>
/// <param name="MeanReturn">The mean return of the last 100 episodes of training; NaN where none ended.</param>
/// <param name="Elapsed">How long this process worked.</param>
public sealed record TrainingResult(
    long StepsDone, long Episodes, StopReason Reason, ImmutableArray<EvaluationPoint> Evaluations, double MeanReturn, TimeSpan Elapsed)
{
    /// <summary>The checkpoint of the final state; null where nothing was written.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>The video of the final policy; null where there is none.</summary>
    public string? VideoPath { get; init; }

    /// <summary>The report; null where there is none.</summary>
    public string? ReportPath { get; init; }
}
