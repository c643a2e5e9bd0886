using System.Diagnostics;
using System.Globalization;
using EpidemicInference.Model;
using Layg;
using Layg.Sampling;
using Shared.Tensors;

namespace EpidemicInference.Inference;

/// <summary>The whole job: the same sampling with the exact and with the emulated likelihood, and how far the results are apart.</summary>
internal sealed class EpidemicJob(JobSettings settings, IEmulator emulator)
{
    /// <summary>Runs with fewer steps than this have no summary.</summary>
    public const int FewestSteps = 10;

    private const int AuditPoints = 500;
    private const double StartDispersion = 10;
    private const double StartSpread = 0.05;
    private readonly EpidemicModel _model = new();

    /// <summary>Runs the job. A cancelled one returns what it has.</summary>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the job early.</param>
    public JobResult Run(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        OverdispersionCheck poisson = OverdispersionCheck.Run(_model.Sir);
        double[][] start = Start(poisson);
        RunResult? exact = RunExact(start, progress, cancellationToken);
        RunResult? emulated = cancellationToken.IsCancellationRequested ? null : RunEmulated(start, progress, cancellationToken);
        return new JobResult
        {
            Settings = settings,
            Overdispersion = poisson,
            Exact = exact,
            Emulated = emulated,
            Comparison = exact is null || emulated is null ? null : Comparison.Of(exact, emulated),
            Audit = emulated is null ? null : EmulatorAudit.Run(emulated, _model, AuditPoints),
            StoppedEarly = cancellationToken.IsCancellationRequested,
        };
    }

    /// <summary>
    /// A small cloud around the best Poisson fit. From a wide one a walker may wander off into the broad region of small φ, where every
    /// epidemic is about as likely, and take long to come back.
    /// </summary>
    private double[][] Start(OverdispersionCheck poisson) => EnsembleStart.Normal(
        settings.Walkers, [Math.Log(poisson.Beta), Math.Log(poisson.Gamma), Math.Log(StartDispersion)], StartSpread, new RandomStream(settings.Seed).Split("start"));

    private RunResult? RunExact(double[][] start, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        long solved = 0;
        ILogDensity posterior = LogDensity.FromFunction(
            EpidemicModel.Dimension,
            theta =>
            {
                double prior = EpidemicModel.LogPrior(theta);
                if (double.IsNegativeInfinity(prior))
                    return prior;
                Interlocked.Increment(ref solved);
                return prior + _model.LogLikelihood(theta);
            },
            settings.Threads);
        return Sample("exact", posterior, start, () => new CallCounts(Interlocked.Read(ref solved), 0), progress, cancellationToken);
    }

    private RunResult? RunEmulated(double[][] start, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        using Learner learner = Learner.Wrap(theta => _model.LogLikelihood(theta), EpidemicModel.Dimension, emulator, new LearnerOptions
        {
            AbsoluteTolerance = settings.Tolerance,
            Seed = settings.Seed,
            MaxDegreeOfParallelism = settings.Threads,
        });
        ILogDensity posterior = LogDensity.FromLearner(learner, EpidemicModel.LogPrior);
        return Sample("emulated", posterior, start, Counts, progress, cancellationToken);

        CallCounts Counts()
        {
            LearnerStatistics statistics = learner.Statistics;
            return new CallCounts(statistics.Exact, statistics.Emulated);
        }
    }

    private RunResult? Sample(
        string name, ILogDensity posterior, double[][] start, Func<CallCounts> counts, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        var sampler = new EnsembleSampler(posterior, new EnsembleOptions { Seed = settings.Seed });
        var history = new List<CallCounts>(settings.Steps);
        var reporter = new Reporter(step =>
        {
            history.Add(counts());
            progress(new RunProgress(name, step.Step, step.Steps, string.Create(CultureInfo.InvariantCulture, $"{history[^1].Exact:N0} true calls")));
        });
        long started = Stopwatch.GetTimestamp();
        try
        {
            Chain chain = sampler.Run(start, settings.Steps, reporter, cancellationToken);
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return chain.Steps < FewestSteps ? null : RunResult.Of(SampledChain.Of(chain), history, seconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed class Reporter(Action<SamplerProgress> report) : IProgress<SamplerProgress>
    {
        public void Report(SamplerProgress value) => report(value);
    }
}
