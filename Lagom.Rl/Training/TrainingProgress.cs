namespace Lagom.Rl;

/// <summary>How far a training is.</summary>
/// <param name="StepsDone">How many environment steps were taken, over all copies.</param>
/// <param name="TotalSteps">How many are wanted.</param>
/// <param name="Episodes">How many episodes ended.</param>
/// <param name="MeanReturn">The mean return of the last 100 episodes of training; NaN before the first has ended.</param>
/// <param name="LastEvaluation">The last evaluation; null before the first.</param>
/// <param name="StepsPerSecond">How many steps a second this process has made; evaluations count as time.</param>
public sealed record TrainingProgress(long StepsDone, long TotalSteps, long Episodes, double MeanReturn, EvaluationPoint? LastEvaluation, double StepsPerSecond)
{
    /// <summary>How much longer it will take at this speed; null while that is unknown.</summary>
    public TimeSpan? Remaining => StepsPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, TotalSteps - StepsDone) / StepsPerSecond) : null;
}
