using System.Buffers;

namespace Layg.Sampling;

/// <summary>Joins an exact density and an approximation that were made apart.</summary>
internal sealed class SurrogateLogDensity(ILogDensity exact, ILogDensity surrogate) : ISurrogateLogDensity
{
    public int Dimension => exact.Dimension;

    public IReadOnlyList<string> BlobNames => exact.BlobNames;

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken) =>
        exact.Evaluate(points, logDensities, blobs, cancellationToken);

    public void EvaluateSurrogate(ReadOnlySpan<double> points, Span<double> logDensities, CancellationToken cancellationToken)
    {
        int unused = logDensities.Length * surrogate.BlobNames.Count;
        double[] blobs = ArrayPool<double>.Shared.Rent(unused);
        try
        {
            surrogate.Evaluate(points, logDensities, blobs.AsSpan(0, unused), cancellationToken);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(blobs);
        }
    }
}
