using System.Diagnostics;
using System.Globalization;
using CosmologyInference.Model;
using Layg;
using Layg.Emulators.CholeskyKnn;
using Layg.Emulators.Torch;
using Layg.Sampling;
using Shared.Tensors;

namespace CosmologyInference.Inference;

/// <summary>The same posterior five times: exact, emulated three times, and exact again with an emulator that sorts out proposals.</summary>
internal sealed class CosmologyJob
{
    private const int TrainingPoints = 300;
    private const int NetworkTrainingPoints = 1000;
    private const double NetworkRetrainGrowth = 3;
    private const double StartSpread = 0.02;

    private readonly JobSettings _settings;
    private readonly RandomStream _random;

    public CosmologyJob(JobSettings settings)
    {
        _settings = settings;
        _random = new RandomStream(settings.Seed);
        Model = new CosmologyModel(SimulatedSurvey.Draw(settings.Supernovae, _random.Split("survey")));
    }

    public CosmologyModel Model { get; }

    /// <summary>Runs the methods one after the other; a cancelled job returns those that finished.</summary>
    public IReadOnlyList<RunResult> Run(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        List<RunResult> results = [];
        try
        {
            results.Add(Exact(progress, cancellationToken));
            results.Add(Emulated("k nearest neighbours", "knn", new CholeskyKnnEmulator(), learner => LogDensity.FromLearner(learner, CosmologyModel.LogPrior), progress, cancellationToken));
            results.Add(Emulated("Gaussian process", "gp", Process(), learner => LogDensity.FromLearner(learner, CosmologyModel.LogPrior), progress, cancellationToken));
            results.Add(Emulated("neural networks", "torch", Networks(), learner => LogDensity.FromLearner(learner, CosmologyModel.LogPrior), progress, cancellationToken));
            results.Add(Emulated("delayed acceptance", "delayed", Process(), learner => LogDensity.FromLearnerDelayed(learner, CosmologyModel.LogPrior), progress, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }

        return results;
    }

    // The log-likelihood has all derivatives, which this kernel makes use of.
    private static GaussianProcessEmulator Process() => new(new GaussianProcessOptions { Kernel = CovarianceKernel.SquaredExponential, ExactPoints = 500 });

    // Training takes seconds, so it is done seldom, and then thoroughly.
    private static TorchEmulator Networks() => new(new TorchOptions { HiddenLayers = [64, 64], EnsembleSize = 3, MaxEpochs = 500 });

    private RunResult Exact(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        long calls = 0;
        ILogDensity posterior = LogDensity.FromArrayFunction(CosmologyModel.Dimension, theta =>
        {
            double prior = CosmologyModel.LogPrior(theta);
            if (double.IsNegativeInfinity(prior))
                return prior;
            calls++;
            return prior + Model.LogLikelihood(theta);
        });
        return Sample("exact", "exact", posterior, () => calls, progress, cancellationToken);
    }

    private RunResult Emulated(
        string name, string style, IEmulator emulator, Func<Learner, ILogDensity> density, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        var options = new LearnerOptions { AbsoluteTolerance = _settings.Tolerance, InitialTrainingThreshold = TrainingPoints, Seed = _settings.Seed };
        if (emulator is TorchEmulator)
            options = options with { InitialTrainingThreshold = NetworkTrainingPoints, RetrainGrowth = NetworkRetrainGrowth, CalibrationFraction = 0.2 };
        using Learner learner = Learner.Wrap(Model.LogLikelihood, CosmologyModel.Dimension, emulator, options);
        return Sample(name, style, density(learner), () => learner.Statistics.Exact, progress, cancellationToken);
    }

    private RunResult Sample(string name, string style, ILogDensity posterior, Func<long> trueCalls, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        List<long> history = new(_settings.Steps);
        var reporter = new Reporter(step =>
        {
            history.Add(trueCalls());
            progress(new RunProgress(name, step.Step, step.Steps, string.Create(CultureInfo.InvariantCulture, $"{history[^1]:N0} true calls")));
        });
        double[][] start = EnsembleStart.Normal(_settings.Walkers, SimulatedSurvey.Truth, StartSpread, _random.Split("start"));
        var sampler = new EnsembleSampler(posterior, new EnsembleOptions { Seed = _settings.Seed, Moves = [new(new DifferentialEvolutionMove())] });
        long started = Stopwatch.GetTimestamp();
        Chain chain = sampler.Run(start, _settings.Steps, reporter, cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        cancellationToken.ThrowIfCancellationRequested();
        int burnIn = _settings.Steps / 5;
        return new RunResult(name, style, chain.Flatten(burnIn), chain.AutocorrelationTime(burnIn).Max, chain.AcceptanceFraction, history, seconds);
    }

    private sealed class Reporter(Action<SamplerProgress> report) : IProgress<SamplerProgress>
    {
        public void Report(SamplerProgress value) => report(value);
    }
}
