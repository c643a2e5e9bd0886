using EpidemicInference.Model;
using Layg.Sampling;

namespace EpidemicInference.Inference;

/// <summary>
/// ln p(θ | counts) up to a constant: the prior, computed here, plus the likelihood of a source, which is asked only inside the
/// prior's limits. Keeps ln L and its error bar beside every sample.
/// </summary>
internal sealed class PosteriorDensity(ILikelihoodSource source) : ILogDensity
{
    public const int LogLikelihoodBlob = 0;
    public const int ErrorBarBlob = 1;
    private readonly List<CallBatch> _batches = [];

    public int Dimension => EpidemicModel.Dimension;

    public IReadOnlyList<string> BlobNames { get; } = ["logLikelihood", "errorBar"];

    /// <summary>How the calls were answered so far.</summary>
    public IReadOnlyList<CallBatch> Batches => _batches;

    /// <summary>How many times the differential equation was solved so far.</summary>
    public long TrueCalls { get; private set; }

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        var inside = new List<int>(logDensities.Length);
        var asked = new double[points.Length];
        for (int i = 0; i < logDensities.Length; i++)
        {
            ReadOnlySpan<double> theta = points.Slice(i * Dimension, Dimension);
            logDensities[i] = EpidemicModel.LogPrior(theta);
            if (double.IsNegativeInfinity(logDensities[i]))
                continue;
            theta.CopyTo(asked.AsSpan(inside.Count * Dimension));
            inside.Add(i);
        }

        var logLikelihoods = new double[inside.Count];
        var errorBars = new double[inside.Count];
        blobs.Clear();
        if (inside.Count > 0)
        {
            CallBatch batch = source.Evaluate(asked.AsSpan(0, inside.Count * Dimension), logLikelihoods, errorBars, cancellationToken);
            _batches.Add(batch);
            TrueCalls += batch.Exact;
        }

        for (int i = 0; i < inside.Count; i++)
        {
            int row = inside[i];
            logDensities[row] += logLikelihoods[i];
            blobs[row * BlobNames.Count + LogLikelihoodBlob] = logLikelihoods[i];
            blobs[row * BlobNames.Count + ErrorBarBlob] = errorBars[i];
        }
    }
}
