using EpidemicInference.Model;

namespace EpidemicInference.Inference;

/// <summary>Solves the model at every point.</summary>
internal sealed class ExactLikelihood(EpidemicModel model, int threads) : ILikelihoodSource
{
    public CallBatch Evaluate(ReadOnlySpan<double> points, Span<double> logLikelihoods, Span<double> errorBars, CancellationToken cancellationToken)
    {
        int count = logLikelihoods.Length;
        double[] copy = points.ToArray();
        var values = new double[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, count, options, i => values[i] = model.LogLikelihood(copy.AsSpan(i * EpidemicModel.Dimension, EpidemicModel.Dimension)));
        values.CopyTo(logLikelihoods);
        errorBars.Clear();
        return new CallBatch(count, 0);
    }

    public void Dispose()
    {
    }
}
