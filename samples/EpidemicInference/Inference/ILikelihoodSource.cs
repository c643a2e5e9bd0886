namespace EpidemicInference.Inference;

/// <summary>Answers calls for ln p(counts | θ): exactly, or from what was learnt.</summary>
internal interface ILikelihoodSource : IDisposable
{
    /// <summary>Computes some log-likelihoods.</summary>
    /// <param name="points">θ, row after row: [count, 3].</param>
    /// <param name="logLikelihoods">Where to write ln L: [count].</param>
    /// <param name="errorBars">Where to write the error bar, 0 where ln L is exact: [count].</param>
    /// <param name="cancellationToken">Ends the batch early with an <see cref="OperationCanceledException"/>.</param>
    CallBatch Evaluate(ReadOnlySpan<double> points, Span<double> logLikelihoods, Span<double> errorBars, CancellationToken cancellationToken);
}
