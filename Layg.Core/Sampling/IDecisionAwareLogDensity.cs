namespace Layg.Sampling;

/// <summary>
/// A log-density that is told what hangs on its answer, so that it may answer approximately where the walker's decision is clear
/// anyway.
/// </summary>
/// <remarks>
/// Let bar(y) and bar(x) bound the errors of the approximate ln p(y) and of the walker's present ln p(x); the latter can be kept as a
/// blob. The decision is safe where ln p(y) - ln p(x) differs from the margin by more than bar(y) + bar(x). Where it is not, evaluate y exactly
/// and, if that does not settle it, x too. Then every walker goes exactly where the exact density would have sent it.
/// </remarks>
public interface IDecisionAwareLogDensity : ILogDensity
{
    /// <summary>Computes the log-densities of proposals, exactly or well enough to decide. The start is evaluated by the other overload.</summary>
    /// <param name="proposals">The proposed points and what hangs on them.</param>
    /// <param name="logDensities">Where to write one number per proposal: [count].</param>
    /// <param name="blobs">Where to write the blobs, row after row: [count, number of blob names].</param>
    /// <param name="cancellationToken">Asks for an early end.</param>
    void Evaluate(in ProposalBatch proposals, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken);
}
