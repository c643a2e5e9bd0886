using System.Runtime.CompilerServices;

namespace Lagom.Evolution;

/// <summary>Asks, evaluates and tells, generation after generation.</summary>
internal sealed class GenerationLoop(IEvolutionStrategy strategy, GenerationEvaluator evaluator, RunOptions options)
{
    private const int MaxResamples = 10;

    private readonly NoiseMeter? _noise = options.Noise is null ? null : new NoiseMeter(options.Noise, strategy);
    private int[] _all = [];
    private double[] _values = [];

    /// <summary>Runs one generation. Where the objective throws, the strategy still waits for the generation's values.</summary>
    public async ValueTask<(Population Candidates, double[] Values)> StepAsync(IProgress<GenerationReport>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Population candidates = strategy.Ask();
        if (_all.Length != candidates.Count)
        {
            _all = [.. Enumerable.Range(0, candidates.Count)];
            _values = new double[candidates.Count];
        }

        double[] values = _values;
        await evaluator.EvaluateAsync(candidates, values, _all, cancellationToken).ConfigureAwait(false);
        long more = 0;
        if (strategy.FailedEvaluations == FailedEvaluations.Resample)
            more += await ResampleAsync(candidates, values, cancellationToken).ConfigureAwait(false);
        if (_noise is not null)
            more += await MeasureNoiseAsync(_noise, candidates, values, cancellationToken).ConfigureAwait(false);
        strategy.AddEvaluations(more);
        strategy.Tell(values);
        _noise?.EnlargeStep();
        GenerationReport report = strategy.LastGeneration!.Value;
        if (report.Failed > 0)
            Log.EvaluationsFailed(options.Logger, report.Failed, candidates.Count, report.Iteration);
        progress?.Report(report);
        return (candidates, values);
    }

    /// <summary>Runs until a stopping rule is met.</summary>
    public async ValueTask<EvolutionRun> RunAsync(IProgress<GenerationReport>? progress, CancellationToken cancellationToken)
    {
        Log.Started(options.Logger, strategy.Name, strategy.Dimension, strategy.PopulationSize);
        var history = new List<GenerationReport>();
        while (strategy.StopReasons == StopReasons.None)
        {
            await StepAsync(progress, cancellationToken).ConfigureAwait(false);
            if (options.KeepHistory)
                history.Add(strategy.LastGeneration!.Value);
        }

        EvolutionResult result = strategy.Result;
        Log.Ended(options.Logger, strategy.Name, result.Iterations, result.Evaluations, result.FBest ?? double.NaN, result.StopReasons.Describe());
        return new EvolutionRun(result, result.StopReasons, history);
    }

    /// <summary>The same, a generation at a time.</summary>
    public async IAsyncEnumerable<GenerationResult> GenerationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (strategy.StopReasons == StopReasons.None)
        {
            (Population candidates, double[] values) = await StepAsync(progress: null, cancellationToken).ConfigureAwait(false);
            yield return new GenerationResult(strategy.LastGeneration!.Value, candidates, values.AsSpan().ToArray(), strategy.StopReasons);
        }
    }

    // Returns how many evaluations it made, as the next one does.
    private async ValueTask<long> ResampleAsync(Population candidates, double[] values, CancellationToken cancellationToken)
    {
        long made = 0;
        for (int attempt = 0; attempt < MaxResamples; attempt++)
        {
            int[] failed = [.. _all.Where(i => !double.IsFinite(values[i]))];
            if (failed.Length == 0)
                return made;
            foreach (int i in failed)
            {
                if (!strategy.TryResample(i, candidates[i]))
                    return made;
            }

            await evaluator.EvaluateAsync(candidates, values, failed, cancellationToken).ConfigureAwait(false);
            made += failed.Length;
        }

        return made;
    }

    private async ValueTask<long> MeasureNoiseAsync(NoiseMeter noise, Population candidates, double[] values, CancellationToken cancellationToken)
    {
        double[] sums = values.AsSpan().ToArray();
        int evaluations = noise.EvaluationsPerCandidate;
        var more = new double[values.Length];
        for (int k = 1; k < evaluations; k++)
        {
            await evaluator.EvaluateAsync(candidates, more, _all, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += more[i];
        }

        for (int i = 0; i < sums.Length; i++)
            values[i] = sums[i] / evaluations;
        int count = noise.Reevaluations(values.Length);
        await evaluator.EvaluateAsync(candidates, more, _all[..count], cancellationToken).ConfigureAwait(false);
        noise.Take(values, more.AsSpan(0, count));
        return (evaluations - 1L) * values.Length + count;
    }
}
