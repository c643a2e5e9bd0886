namespace Layg.Sampling;

/// <summary>
/// The logarithm of a density that a sampler draws from, known up to a constant: a batch of points at a time, so that an
/// implementation can evaluate them in parallel or emulate them.
/// </summary>
/// <remarks>
/// <see cref="LogDensity"/> makes one from a function. The sampler asks for half an ensemble at a time, and once, at the start, for
/// the whole of it. An exception thrown here reaches the caller of the sampler unwrapped.
/// </remarks>
public interface ILogDensity
{
    /// <summary>Numbers per point (n). Range: at least 1.</summary>
    int Dimension { get; }

    /// <summary>
    /// Names of the further numbers ("blobs") computed with each point and stored beside it in the chain, such as "error". May be empty.
    /// </summary>
    IReadOnlyList<string> BlobNames { get; }

    /// <summary>Computes the log-densities of some points.</summary>
    /// <param name="points">The points, row after row: [count, <see cref="Dimension"/>].</param>
    /// <param name="logDensities">
    /// Where to write one number per point: [count]. Negative infinity means that the point is impossible; NaN and positive infinity
    /// are errors, which end the run.
    /// </param>
    /// <param name="blobs">Where to write the blobs, row after row: [count, number of <see cref="BlobNames"/>].</param>
    /// <param name="cancellationToken">
    /// Asks for an early end. An implementation that takes long answers with an <see cref="OperationCanceledException"/>.
    /// </param>
    void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken);
}
