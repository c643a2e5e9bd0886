using System.Diagnostics;
using EpidemicInference.Model;
using Layg;
using Layg.Sampling;
using Shared.Tensors;

namespace EpidemicInference.Inference;

/// <summary>The whole job: the same sampling with the exact and with the emulated likelihood, and what they have in common.</summary>
internal sealed class EpidemicJob(JobSettings settings, Func<IEmulator> createEmulator)
{
    /// <summary>Runs with fewer steps than this have no summary.</summary>
    public const int FewestSteps = 10;

    private const int AuditPoints = 500;
    private const double StartSpread = 0.1;
    private readonly EpidemicModel _model = new();

    /// <summary>A rough guess read off the data: β = 2 and γ = 0.5 per day, φ = 10.</summary>
    private static ReadOnlySpan<double> StartGuess => [0.693, -0.693, 2.303];

    /// <summary>Runs the job. A cancelled one returns what it has.</summary>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the job early.</param>
    public JobResult Run(Action<JobProgress> progress, CancellationToken cancellationToken)
    {
        var result = new JobResult { Settings = settings, Overdispersion = OverdispersionCheck.Run(_model.Sir) };
        using (var exact = new ExactLikelihood(_model, settings.Threads))
            result = result with { Exact = Sample("exact", exact, progress, cancellationToken) };
        if (!cancellationToken.IsCancellationRequested)
        {
            using var emulated = new EmulatedLikelihood(_model, createEmulator(), settings);
            result = result with { Emulated = Sample("emulated", emulated, progress, cancellationToken) };
        }

        if (result is { Exact: { } one, Emulated: { } other })
            result = result with { Comparison = Comparison.Of(one, other), Audit = EmulatorAudit.Run(other, _model, AuditPoints) };
        return result with { StoppedEarly = cancellationToken.IsCancellationRequested };
    }

    private RunResult? Sample(string name, ILikelihoodSource source, Action<JobProgress> progress, CancellationToken cancellationToken)
    {
        var density = new PosteriorDensity(source);
        var sampler = new EnsembleSampler(density, new EnsembleOptions { Seed = settings.Seed });
        double[][] start = EnsembleStart.Normal(settings.Walkers, StartGuess, StartSpread, new RandomStream(settings.Seed).Split("start"));
        var reporter = new Reporter(step => progress(new JobProgress(name, step.Step, step.Steps, density.TrueCalls)));
        long started = Stopwatch.GetTimestamp();
        Chain chain;
        try
        {
            chain = sampler.Run(start, settings.Steps, reporter, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return chain.Steps < FewestSteps ? null : RunResult.Of(SampledChain.Of(chain), density.Batches, seconds);
    }

    private sealed class Reporter(Action<SamplerProgress> report) : IProgress<SamplerProgress>
    {
        public void Report(SamplerProgress value) => report(value);
    }
}
