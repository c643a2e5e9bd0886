using Lagom.Evolution;

namespace Showcase.Policies;

/// <summary>The search for a policy: an evolution strategy with few generations. Thread-safe.</summary>
internal sealed class PolicySearch(IStrategyFactory strategies, ShowcaseSettings settings)
{
    /// <summary>Searches a policy.</summary>
    /// <param name="parameters">The hyper-parameters.</param>
    /// <param name="seed">What the search's randomness comes from.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    public SearchResult Run(HyperParameters parameters, long seed, CancellationToken cancellationToken)
    {
        RandomStream root = new RandomStream(seed).Split("policy-search");
        var start = new double[SwingUpPolicy.Dimension];
        IEvolutionStrategy strategy = strategies.Create("snes", start, parameters.StepSize, new SnesOptions
        {
            Seed = root.Split("strategy").NextInt64(0, long.MaxValue),
            Direction = ObjectiveDirection.Maximize,
            MeanLearningRate = parameters.MeanRate,
            StdLearningRate = parameters.DeviationRate,
            Stop = StopCriteria.Never,
        });
        RandomStream episodes = root.Split("episodes");
        var candidates = new SwingUpPolicy(strategy.PopulationSize, settings.Episodes);
        var returns = new double[strategy.PopulationSize];
        var curve = new double[settings.SearchGenerations];
        for (int generation = 0; generation < curve.Length; generation++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            candidates.Evaluate(strategy.Ask().Data, EpisodeSeed(episodes), returns);
            strategy.Tell(returns);
            curve[generation] = returns.Average();
        }

        double[] favourite = [.. strategy.Result.XFavorite!];
        return new SearchResult(favourite, Judge(favourite, EpisodeSeed(root.Split("test"))), curve);
    }

    /// <summary>The mean return of a policy over fresh episodes.</summary>
    public double Judge(ReadOnlySpan<double> weights, long firstSeed, int? episodes = null)
    {
        double mean = 0;
        new SwingUpPolicy(1, episodes ?? settings.TestEpisodes).Evaluate(weights, firstSeed, new Span<double>(ref mean));
        return mean;
    }

    private static long EpisodeSeed(RandomStream random) => random.NextInt64(0, long.MaxValue / 2);
}
