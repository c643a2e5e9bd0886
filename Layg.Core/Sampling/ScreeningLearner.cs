using System.Buffers;

namespace Layg.Sampling;

/// <summary>A learner's function as an exact log-density whose approximation, for delayed acceptance, is an emulator of the learner.</summary>
/// <remarks>
/// The approximation is the emulator as it was after a training, without memory and later insertions. One that knew the exact value at
/// every walker's position, as the learner itself does, but not at the proposals, would favour one direction of a move over the other, and
/// the draws would be biased. Trainings become rarer as the points grow, so that this adaptation dies out.
/// </remarks>
internal sealed class ScreeningLearner(Learner learner, LogDensityFunction? logPrior) : ISurrogateLogDensity
{
    private IFittedEmulator? _screen;
    private int _trainedPoints;

    public int Dimension => learner.InputDimension;

    public IReadOnlyList<string> BlobNames { get; } = [];

    public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
    {
        for (int i = 0; i < logDensities.Length; i++)
        {
            ReadOnlySpan<double> point = points.Slice(i * Dimension, Dimension);
            double prior = Prior(point);
            logDensities[i] = double.IsNegativeInfinity(prior) ? prior : prior + learner.EvaluateExactly(point, cancellationToken).Value;
        }
    }

    public void EvaluateSurrogate(ReadOnlySpan<double> points, Span<double> logDensities, CancellationToken cancellationToken)
    {
        int count = logDensities.Length;
        TakeNewTraining();
        double[] values = ArrayPool<double>.Shared.Rent(count);
        double[] errors = ArrayPool<double>.Shared.Rent(count);
        try
        {
            errors.AsSpan(0, count).Fill(double.PositiveInfinity);
            _screen?.PredictBatch(points, values.AsSpan(0, count), errors.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<double> point = points.Slice(i * Dimension, Dimension);
                double prior = Prior(point);
                if (double.IsNegativeInfinity(prior))
                    logDensities[i] = prior;
                else if (double.IsFinite(errors[i]) && double.IsFinite(values[i]))
                    logDensities[i] = prior + values[i];
                else
                    logDensities[i] = prior + learner.EvaluateExactly(point, cancellationToken).Value;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(values);
            ArrayPool<double>.Shared.Return(errors);
        }
    }

    private void TakeNewTraining()
    {
        (IFittedEmulator? emulator, int trainedPoints) = learner.LastTraining;
        if (trainedPoints != _trainedPoints)
            (_screen, _trainedPoints) = (emulator, trainedPoints);
    }

    private double Prior(ReadOnlySpan<double> point) => logPrior is null ? 0 : logPrior(point);
}
