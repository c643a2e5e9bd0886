using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Layg.Sampling;

/// <summary>Evaluates a function point by point, on one thread or several.</summary>
internal sealed class PointwiseLogDensity : ILogDensity
{
    private readonly LogDensityWithBlobsFunction _function;
    private readonly int _maxDegreeOfParallelism;

    public PointwiseLogDensity(int dimension, IReadOnlyList<string> blobNames, LogDensityWithBlobsFunction function, int maxDegreeOfParallelism)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (maxDegreeOfParallelism is 0 or < -1)
            throw new ArgumentOutOfRangeException(nameof(maxDegreeOfParallelism), maxDegreeOfParallelism, "The parallelism must be at least 1, or -1 for every processor.");
        if (blobNames.Distinct(StringComparer.Ordinal).Count() != blobNames.Count)
            throw new ArgumentException($"Every blob needs a name of its own, not {string.Join(", ", blobNames)}.", nameof(blobNames));
        Dimension = dimension;
        BlobNames = [.. blobNames];
        _function = function;
        _maxDegreeOfParallelism = maxDegreeOfParallelism;
    }

    public int Dimension { get; }

    public IReadOnlyList<string> BlobNames { get; }

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        if (_maxDegreeOfParallelism != 1 && logDensities.Length > 1)
        {
            EvaluateInParallel(points, logDensities, blobs, cancellationToken);
            return;
        }

        int blobCount = BlobNames.Count;
        for (int i = 0; i < logDensities.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            logDensities[i] = _function(points.Slice(i * Dimension, Dimension), blobs.Slice(i * blobCount, blobCount));
        }
    }

    private void EvaluateInParallel(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        // Worker threads cannot hold spans, so one rented array carries the points there and the results back.
        int count = logDensities.Length;
        int blobCount = BlobNames.Count;
        double[] shared = ArrayPool<double>.Shared.Rent(points.Length + count + blobs.Length);
        try
        {
            points.CopyTo(shared);
            shared.AsSpan(points.Length, count + blobs.Length).Fill(double.NaN);
            int densitiesAt = points.Length;
            int blobsAt = densitiesAt + count;
            var errors = new ExceptionDispatchInfo?[count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = _maxDegreeOfParallelism, CancellationToken = cancellationToken };
            Parallel.For(0, count, options, (i, loop) =>
            {
                try
                {
                    shared[densitiesAt + i] = _function(
                        shared.AsSpan(i * Dimension, Dimension), shared.AsSpan(blobsAt + i * blobCount, blobCount));
                }
#pragma warning disable CA1031 // The exception is thrown again on the caller's thread, as it is.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    errors[i] = ExceptionDispatchInfo.Capture(error);
                    loop.Break();
                }
            });

            // Break lets every lower point finish, so the error that a single thread would have met first is always among them.
            Array.Find(errors, error => error is not null)?.Throw();
            shared.AsSpan(densitiesAt, count).CopyTo(logDensities);
            shared.AsSpan(blobsAt, blobs.Length).CopyTo(blobs);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(shared);
        }
    }
}
