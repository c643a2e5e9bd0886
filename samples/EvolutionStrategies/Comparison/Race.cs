using System.Diagnostics;
using System.Globalization;
using Lagom.Evolution;

namespace EvolutionStrategies.Comparison;

/// <summary>Lets the contenders search one after the other, each with the same start, seed and number of evaluations.</summary>
internal sealed class Race(Problem problem, long evaluations, long seed, int threads)
{
    /// <summary>Runs all of them. A cancelled race returns what it has.</summary>
    public IReadOnlyList<SearchRun> Run(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        var runs = new List<SearchRun>();
        for (int series = 0; series < Contender.All.Length && !cancellationToken.IsCancellationRequested; series++)
            runs.Add(Run(series, progress, cancellationToken));
        return runs;
    }

    private SearchRun Run(int series, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        // Only the target and the evaluations end a run, so that all have the same chance.
        var common = new StrategyOptions
        {
            Seed = seed,
            Direction = problem.Direction,
            Stop = StopCriteria.Never with { TargetValue = problem.Target, MaxEvaluations = evaluations },
        };
        IEvolutionStrategy strategy = Contender.All[series].Create(problem, evaluations, common);
        var trace = new List<TracePoint>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Stopwatch clock = Stopwatch.StartNew();
        while (strategy.StopReasons == StopReasons.None && !cancellationToken.IsCancellationRequested)
        {
            Population population = strategy.Ask();
            var values = new double[population.Count];
            Parallel.For(0, values.Length, parallel, i => values[i] = problem.Objective(population.Memory(i)));
            strategy.Tell(values);

            GenerationReport summary = strategy.LastGeneration!.Value;
            trace.Add(new TracePoint(summary.Evaluations, summary.BestSoFar, summary.Mean, summary.StepSize, summary.AxisRatio));
            string standing = string.Create(CultureInfo.InvariantCulture, $"best {summary.BestSoFar:G4}");
            bool ended = strategy.StopReasons != StopReasons.None;
            progress(new RunProgress($"{problem.Name}, {strategy.Name}", ended ? evaluations : Math.Min(summary.Evaluations, evaluations), evaluations, standing));
        }

        EvolutionResult result = strategy.Result;
        long? solved = result.StopReasons.HasFlag(StopReasons.TargetReached) ? result.Evaluations : null;
        return new SearchRun(strategy.Name, series, strategy.PopulationSize, trace, result, solved, clock.Elapsed);
    }
}
