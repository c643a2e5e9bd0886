using System.Diagnostics.CodeAnalysis;
using SharedSource;

namespace L2L;

/// <summary>The optimizers of this package, by name.</summary>
public static class OptimizerCatalog
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<OptimizerEntry> All { get; } = [.. Entries().OrderBy(static entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>Makes an optimizer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="problem">What it searches.</param>
    /// <param name="settings">Option values by name; the defaults where null.</param>
    /// <exception cref="ArgumentException">There is no such optimizer or option, or a value is not valid.</exception>
    public static IOptimizer Create(string name, SearchProblem problem, IReadOnlyDictionary<string, string>? settings = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        OptimizerEntry? entry = All.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (entry is not null)
            return entry.Create(problem, settings ?? None);
        string? near = NearestName.Of(name, All.Select(static e => e.Name));
        throw new ArgumentException($"There is no optimizer '{name}'; there are: {string.Join(", ", All.Select(static e => e.Name))}." + (near is null ? "" : $" Did you mean '{near}'?"), nameof(name));
    }

    /// <summary>Describes an optimizer, one's own too, whose options can be set from texts.</summary>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What it is, in one line.</param>
    /// <param name="create">Makes one.</param>
    public static OptimizerEntry Entry<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        string name, string summary, Func<SearchProblem, TOptions, IOptimizer> create)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentNullException.ThrowIfNull(create);
        return new OptimizerEntry(name, summary, OptionText.Names<TOptions>(), (problem, settings) => create(problem, OptionText.Parse<TOptions>(settings)));
    }

    private static IEnumerable<OptimizerEntry> Entries()
    {
        yield return Entry<CrossEntropyOptions>("cross-entropy", "a distribution fitted to the elite of each generation", static (p, o) => new CrossEntropy(p, o));
        yield return Entry<FaceOptions>("face", "cross entropy whose population grows where it does not improve", static (p, o) => new Face(p, o));
        yield return Entry<GeneticAlgorithmOptions>("genetic-algorithm", "tournaments, blend crossover and mutation", static (p, o) => new GeneticAlgorithm(p, o));
        yield return Entry<EvolutionStrategiesOptions>("evolution-strategies", "a centre that follows its perturbations' fitness", static (p, o) => new EvolutionStrategies(p, o));
        yield return Entry<NaturalEvolutionStrategiesOptions>("natural-evolution-strategies", "mean and deviations by the natural gradient", static (p, o) => new NaturalEvolutionStrategies(p, o));
        yield return Entry<GradientDescentOptions>("gradient-descent", "steps along a gradient estimated from neighbours", static (p, o) => new GradientDescent(p, o));
        yield return Entry<GridSearchOptions>("grid-search", "all points of a grid", static (p, o) => new GridSearch(p, o));
        yield return Entry<SimulatedAnnealingOptions>("simulated-annealing", "parallel chains that cool down", static (p, o) => new SimulatedAnnealing(p, o));
        yield return Entry<ParallelTemperingOptions>("parallel-tempering", "chains that exchange their temperatures", static (p, o) => new ParallelTempering(p, o));
        yield return Entry<EnsembleKalmanOptions>("ensemble-kalman", "an ensemble that moves towards an observation", static (p, o) => new EnsembleKalman(p, o));
        yield return Entry<SobolSearchOptions>("sobol-search", "points that fill the space evenly", static (p, o) => new SobolSearch(p, o));
        yield return Entry<CmaEsOptions>("cma-es", "a normal distribution that adapts its covariance", static (p, o) => new CmaEs(p, o));
        yield return Entry<TpeOptions>("tpe", "densities of good and other points", static (p, o) => new Tpe(p, o));
        yield return Entry<BayesianOptimizationOptions>("bayesian-optimization", "expected improvement of a Gaussian process", static (p, o) => new BayesianOptimization(p, o));
        yield return Entry<SuccessiveHalvingOptions>("successive-halving", "more and more budget for the best of many", static (p, o) => new SuccessiveHalving(p, o));
        yield return Entry<HyperbandOptions>("hyperband", "rounds of successive halving that start at different budgets", static (p, o) => new Hyperband(p, o));
        yield return Entry<AsynchronousHalvingOptions>("asynchronous-halving", "successive halving that waits for nobody", static (p, o) => new AsynchronousHalving(p, o));
        yield return Entry<PopulationBasedTrainingOptions>("population-based-training", "members that train on, the worst from copies of the best", static (p, o) => new PopulationBasedTraining(p, o));
        yield return Entry<NsgaIIOptions>("nsga-ii", "a front of individuals for several fitness numbers", static (p, o) => new NsgaII(p, o));
        yield return Entry<RandomSearchOptions>("random-search", "every individual drawn anew", static (p, o) => new RandomSearch(p, o));
    }
}
