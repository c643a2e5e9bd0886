using System.Buffers;

namespace Layg.Sampling;

/// <summary>A learner's function as a log-density, with an exact prior before it.</summary>
internal sealed class LearnerLogDensity(Learner learner, LogDensityFunction? logPrior) : ILogDensity
{
    private const int Error = 0;
    private const int Exact = 1;

    public int Dimension => learner.InputDimension;

    public IReadOnlyList<string> BlobNames { get; } = ["error", "exact"];

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        int count = logDensities.Length;
        double[] inside = ArrayPool<double>.Shared.Rent(points.Length);
        double[] values = ArrayPool<double>.Shared.Rent(count);
        double[] errors = ArrayPool<double>.Shared.Rent(count);
        EvaluationSource[] sources = ArrayPool<EvaluationSource>.Shared.Rent(count);
        try
        {
            // Only points that the prior allows are worth a call of the function.
            int asked = 0;
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<double> point = points.Slice(i * Dimension, Dimension);
                logDensities[i] = logPrior is null ? 0 : logPrior(point);
                if (!double.IsNegativeInfinity(logDensities[i]))
                    point.CopyTo(inside.AsSpan(Dimension * asked++));
            }

            learner.EvaluateBatch(inside.AsSpan(0, asked * Dimension), values.AsSpan(0, asked), errors.AsSpan(0, asked), sources.AsSpan(0, asked), cancellationToken);

            int answered = 0;
            for (int i = 0; i < count; i++)
            {
                bool impossible = double.IsNegativeInfinity(logDensities[i]);
                Span<double> blob = blobs.Slice(i * BlobNames.Count, BlobNames.Count);
                blob[Error] = impossible ? 0 : errors[answered];
                blob[Exact] = impossible || sources[answered] != EvaluationSource.Emulated ? 1 : 0;
                if (!impossible)
                    logDensities[i] += values[answered++];
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(inside);
            ArrayPool<double>.Shared.Return(values);
            ArrayPool<double>.Shared.Return(errors);
            ArrayPool<EvaluationSource>.Shared.Return(sources);
        }
    }
}
