using EpidemicInference.Model;
using Layg;

namespace EpidemicInference.Inference;

/// <summary>Learns ln L while it is asked for it, and solves the model only where the predicted error is too large.</summary>
internal sealed class EmulatedLikelihood : ILikelihoodSource
{
    private readonly Learner _learner;

    public EmulatedLikelihood(EpidemicModel model, IEmulator emulator, JobSettings settings)
    {
        _learner = Learner.Wrap(theta => model.LogLikelihood(theta), EpidemicModel.Dimension, emulator, new LearnerOptions
        {
            AbsoluteTolerance = settings.Tolerance,
            Seed = settings.Seed,
            MaxDegreeOfParallelism = settings.Threads,
        });
    }

    public CallBatch Evaluate(ReadOnlySpan<double> points, Span<double> logLikelihoods, Span<double> errorBars, CancellationToken cancellationToken)
    {
        Span<EvaluationSource> sources = stackalloc EvaluationSource[Math.Min(logLikelihoods.Length, 512)];
        if (sources.Length < logLikelihoods.Length)
            sources = new EvaluationSource[logLikelihoods.Length];
        _learner.EvaluateBatch(points, logLikelihoods, errorBars, sources, cancellationToken);
        return new CallBatch(sources.Count(EvaluationSource.Exact), sources.Count(EvaluationSource.Emulated));
    }

    public void Dispose() => _learner.Dispose();
}
