using System.Globalization;
using System.Text.Json;
using ExpUtils;
using ExpUtils.Running;
using Showcase.Policies;

namespace Showcase.Comparing;

/// <summary>A sweep of ExpUtils over two settings and fresh seeds; runs that are done are not done again.</summary>
internal sealed class ComparisonStage(PolicySearch search, LocalRunner runner, IExperimentSource experiments, ShowcaseSettings settings, StateFolder folder)
{
    /// <summary>What is shown while it runs.</summary>
    public const string Name = "ExpUtils compares";

    private const string Experiment = "tuned-against-default";
    private const string DefaultName = "default";
    private const string TunedName = "tuned";
    private const string CurveMetric = "curve";
    private const string ReturnMetric = "return";
    private const string WeightMetric = "weights";

    /// <summary>Runs what is missing, and reads the results.</summary>
    /// <returns>The comparison, and the best policy of the tuned runs.</returns>
    public async Task<(Comparison Comparison, double[] BestPolicy)> RunAsync(HyperParameters tuned, Action<SampleSupport.RunProgress> progress, CancellationToken cancellationToken)
    {
        Describe();
        ExperimentDescription experiment = experiments.Open(Experiment);
        RunSummary summary = await runner.RunAsync(experiment, settings.ComparisonRuns, new DelegateExecutor((run, token) => Search(run, tuned, token)), new Progress(progress), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (summary.Failed.Count > 0)
            throw new InvalidOperationException($"A run of the comparison failed: {summary.Failed[0].Error}");

        using SqliteResultStore store = experiment.OpenResults(cancellationToken);
        var comparison = new Comparison(Read(experiment, store, DefaultName), Read(experiment, store, TunedName));
        CurveSet policies = Curves(experiment, store, WeightMetric, TunedName);
        int best = Array.IndexOf(comparison.Tuned.Returns, comparison.Tuned.Returns.Max());
        return (comparison, policies.Curves[best]);
    }

    private void Search(RunContext run, HyperParameters tuned, CancellationToken cancellationToken)
    {
        HyperParameters parameters = run.Parameters["setting"].AsString() == TunedName ? tuned : HyperParameters.Default;
        long seed = new RandomStream(settings.Seed).Split("comparison", run.Run).NextInt64(0, long.MaxValue);
        SearchResult result = search.Run(parameters, seed, cancellationToken);
        using IRunWriter results = run.BeginResults();
        results.Write(CurveMetric, Steps(result.Curve.Length), result.Curve);
        results.Write(ReturnMetric, Steps(1), [result.Return]);
        results.Write(WeightMetric, Steps(result.Weights.Length), result.Weights);
        results.Complete();
        run.Log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parameters}: return {result.Return:F1}"));
    }

    private static ComparedSetting Read(ExperimentDescription experiment, SqliteResultStore store, string setting)
    {
        double[] returns = Curves(experiment, store, ReturnMetric, setting).Column(0);
        return new ComparedSetting(returns, Bootstrap.Interval(returns), Bootstrap.Band(Curves(experiment, store, CurveMetric, setting)));
    }

    private static CurveSet Curves(ExperimentDescription experiment, SqliteResultStore store, string metric, string setting) =>
        experiment.LoadResults(store, metric).Single(result => result.Parameters["setting"].AsString() == setting).Load();

    private static long[] Steps(int count) => [.. Enumerable.Range(0, count).Select(step => (long)step)];

    // The settings themselves are not in the file: runs are known by their parameters, and the winner is the same whenever the run goes on.
    private void Describe()
    {
        string root = Directory.CreateDirectory(folder["comparison"]).FullName;
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "experiments")).FullName, Experiment + ".json");
        OutputFile.Write(Path.Combine(root, "config.json"), """{ "save_path": "results/{name}/{params}" }""");
        OutputFile.Write(file, JsonSerializer.Serialize(new { agent = "SNES", environment = "Pendulum", metaParameters = new { setting = new[] { DefaultName, TunedName } } }));
    }

    private sealed class Progress(Action<SampleSupport.RunProgress> show) : IProgress<ExpUtils.Running.RunProgress>
    {
        public void Report(ExpUtils.Running.RunProgress value) =>
            show(new SampleSupport.RunProgress(Name, value.Done, value.Total, "runs of default and tuned setting"));
    }
}
