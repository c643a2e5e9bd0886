namespace Layg.Sampling;

/// <summary>
/// A learner's function as a log-density that is emulated wherever the predicted errors cannot change a walker's decision, and exact
/// elsewhere.
/// </summary>
internal sealed class DecisionAwareLearner(Learner learner, LogDensityFunction? logPrior) : IDecisionAwareLogDensity
{
    private const int Error = 0;
    private const int Exact = 1;

    private readonly LearnerLogDensity _plain = new(learner, logPrior);

    public int Dimension => learner.InputDimension;

    public IReadOnlyList<string> BlobNames => _plain.BlobNames;

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken) =>
        _plain.Evaluate(points, logDensities, blobs, cancellationToken);

    public void Evaluate(in ProposalBatch proposals, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        for (int i = 0; i < proposals.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<double> point = proposals.Points.Slice(i * Dimension, Dimension);
            Span<double> blob = blobs.Slice(i * BlobNames.Count, BlobNames.Count);
            blob[Error] = 0;
            blob[Exact] = 1;
            double prior = logPrior is null ? 0 : logPrior(point);
            if (double.IsNegativeInfinity(prior))
            {
                logDensities[i] = prior;
                continue;
            }

            double value = 0;
            double error = learner.Approximate(point, new Span<double>(ref value), out bool isKnown);
            if (IsSafe(proposals, i, prior + value, error))
            {
                learner.CountApproximation(error, isKnown);
                logDensities[i] = prior + value;
                blob[Error] = error;
                blob[Exact] = isKnown ? 1 : 0;
                continue;
            }

            logDensities[i] = prior + learner.EvaluateExactly(point, cancellationToken).Value;
            if (!IsSafe(proposals, i, logDensities[i], 0))
                Refine(proposals, i, cancellationToken);
        }
    }

    /// <summary>Whether the walker decides the same for every true value within the errors of both ends.</summary>
    private static bool IsSafe(in ProposalBatch proposals, int i, double logDensity, double error)
    {
        double uncertainty = error + proposals.CurrentBlobs[(i * 2) + Error];
        return uncertainty == 0 || Math.Abs(logDensity - proposals.CurrentLogDensities[i] - proposals.Margins[i]) > uncertainty;
    }

    private void Refine(in ProposalBatch proposals, int i, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> current = proposals.CurrentPoints.Slice(i * Dimension, Dimension);
        double prior = logPrior is null ? 0 : logPrior(current);
        proposals.CurrentLogDensities[i] = prior + learner.EvaluateExactly(current, cancellationToken).Value;
        proposals.CurrentBlobs[(i * 2) + Error] = 0;
        proposals.CurrentBlobs[(i * 2) + Exact] = 1;
    }
}
