namespace L2L;

/// <summary>How a run stands after a generation.</summary>
/// <param name="Generation">The generation, from 0.</param>
/// <param name="Evaluations">How many evaluations were told so far.</param>
/// <param name="Best">The best evaluation of the run; null where all failed.</param>
/// <param name="BestWeighted">Its weighted sum; −∞ where all failed.</param>
/// <param name="GenerationBest">The largest weighted sum of this generation.</param>
/// <param name="GenerationMedian">The median weighted sum of this generation.</param>
/// <param name="Failures">How many evaluations of this generation failed.</param>
/// <param name="Elapsed">How long the run took so far, all its parts together.</param>
public sealed record GenerationReport(
    int Generation, long Evaluations, Evaluation? Best, double BestWeighted, double GenerationBest, double GenerationMedian, int Failures, TimeSpan Elapsed);
