namespace L2L.Running.Tests.Support;

/// <summary>A short recorded run on a noisy sphere, one simulation at a time.</summary>
internal static class Sphere
{
    public const int Generations = 5;
    public const int PopulationSize = 8;

    public static ParameterSpace Space { get; } = new(new VectorParameter("coords", 2, -5, 5), new IntegerParameter("shift", 0, 3), new CategoryParameter("kind", "plain", "noisy"));

    public static IOptimizee Optimizee(Action<Individual>? onSimulate = null) => L2L.Optimizee.From(Space, (set, context, _) =>
    {
        onSimulate?.Invoke(context.Individual);
        double sum = set.Integer("shift");
        foreach (double x in set.Vector("coords"))
            sum += x * x;
        return set.Text("kind") == "noisy" ? sum + context.Random.NextNormal() : sum;
    });

    public static IOptimizer Optimizer(IOptimizee optimizee, long seed = 3) =>
        new RandomSearch(SearchProblem.Of(optimizee, FitnessWeights.Minimize), new RandomSearchOptions { Generations = Generations, PopulationSize = PopulationSize, Seed = seed });

    public static Task<ExperimentResult> RunAsync(
        string folder, Action<Individual>? onSimulate = null, long seed = 3, RecordingMode mode = RecordingMode.NewOrResume, Func<ExperimentOptions, ExperimentOptions>? change = null,
        CancellationToken cancellationToken = default)
    {
        IOptimizee optimizee = Optimizee(onSimulate);
        var options = new ExperimentOptions { Seed = 1, Evaluator = new ParallelEvaluator(1) };
        return RecordedExperiment.RunAsync(folder, optimizee, Optimizer(optimizee, seed), change?.Invoke(options) ?? options, mode, cancellationToken: cancellationToken);
    }
}
