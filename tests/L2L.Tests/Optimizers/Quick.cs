namespace L2L.Tests.Optimizers;

/// <summary>Runs optimizers by hand.</summary>
internal static class Quick
{
    public static SearchProblem Problem(string function = "Ackley2d", double weight = -1) =>
        SearchProblem.Of(new BenchmarkOptimizee(BenchmarkFunctions.Get(function)), new FitnessWeights(weight));

    public static OptimizerResult Run(IOptimizer optimizer, Func<ParameterSet, FitnessVector> fitness)
    {
        while (optimizer.StopReason == StopReason.None)
            optimizer.Tell([.. optimizer.Ask().Select(i => new Evaluation(i, fitness(i.Parameters)))]);
        return optimizer.End();
    }

    public static OptimizerResult Run(IOptimizer optimizer, string function)
    {
        BenchmarkFunction cost = BenchmarkFunctions.Get(function);
        return Run(optimizer, set => cost.Noiseless(set.Vector("coords")));
    }
}
