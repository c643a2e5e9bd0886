using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// Moves a population towards better fitness by the gradient of its expected fitness: sample, evaluate, shape, differentiate, update.
/// </summary>
/// <remarks>
/// Only first derivatives are needed here, so no graph over the individuals is built: large generations are drawn in parts from the counter and never
/// stand in memory as a whole. Results depend on the seed, not on the number of threads. Where fitness throws, the exception passes unwrapped,
/// nothing has changed, and the next call repeats the generation. Not thread-safe.
/// <para><b>Source:</b> Salimans et al. (2017), "Evolution strategies as a scalable alternative to reinforcement learning"; Wierstra et al. (2014),
/// "Natural evolution strategies".</para>
/// </remarks>
public sealed partial class EvolutionGradient : IDisposable
{
    private readonly EvolutionGradientOptions _options;
    private readonly Fitness _fitness;
    private readonly ILogger _logger;
    private readonly RandomStream _seeds;
    private readonly Dictionary<string, Parameter> _learnt;
    private readonly optim.Optimizer _optimizer;
    private readonly Generation _generation;
    private readonly List<GenerationReport> _history = [];
    private readonly double[] _values;
    private readonly double[] _weights;
    private Tensor? _best;

    /// <summary>Makes a search of a population, whose parameters it changes.</summary>
    /// <param name="population">The population. Its parameters that require gradients must be <see cref="Parameter"/> objects, at least one.</param>
    /// <param name="fitness">How good individuals are.</param>
    /// <param name="options">How to search; the defaults if null. A copy is kept.</param>
    /// <param name="logger">Gets a line for each generation, at level Debug.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or no parameter can be learnt.</exception>
    public EvolutionGradient(IPopulation population, Fitness fitness, EvolutionGradientOptions? options = null, ILogger<EvolutionGradient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(fitness);
        Population = population;
        _fitness = fitness;
        _options = (options ?? new EvolutionGradientOptions()).Copy();
        _logger = logger ?? NullLogger<EvolutionGradient>.Instance;
        if (_options.Errors().FirstOrDefault() is { } error)
            throw new ArgumentException(error, nameof(options));
        if (_options.Gradient == GradientKind.Natural && !NaturalGradient.Supports(population))
            throw new ArgumentException(NaturalGradient.NotSupported(population).Message, nameof(options));
        if (_options.Antithetic)
            PopulationSampling.CheckPairs(population, _options.PopulationSize);
        _learnt = Learnt(population);
        _values = new double[_options.PopulationSize];
        _weights = new double[_options.PopulationSize];
        _seeds = new RandomStream(_options.Seed);
        _optimizer = _options.Optimizer(_learnt.Values);
        _generation = EvoGrad.Generation.Of(population, _options);
    }

    /// <summary>The population that is searched.</summary>
    public IPopulation Population { get; }

    /// <summary>Generations done.</summary>
    public long Generation { get; private set; }

    /// <summary>The best fitness so far; NaN before the first generation.</summary>
    public double BestFitness { get; private set; } = double.NaN;

    /// <summary>The individual with the best fitness so far; null before the first generation. It is this object's.</summary>
    public Tensor? BestIndividual => _best;

    /// <summary>The reports of all generations, unless the options say otherwise.</summary>
    public IReadOnlyList<GenerationReport> History => _history;

    /// <summary>The optimizer of the parameters, whose learning rate a schedule may change.</summary>
    public optim.Optimizer Optimizer => _optimizer;

    /// <summary>Draws the next generation, for fitness that is computed elsewhere; pass it to <see cref="Tell"/>.</summary>
    /// <returns>The individuals; the same ones until <see cref="Tell"/> or <see cref="Step"/>. The caller disposes them.</returns>
    public Sample Ask() => _options.Antithetic
        ? Population.SamplePairs(_options.PopulationSize, NextSeed())
        : Population.Sample(_options.PopulationSize, NextSeed());

    /// <summary>Learns from the fitness of the individuals that <see cref="Ask"/> gave.</summary>
    /// <param name="fitness">The fitness of each, in their order.</param>
    /// <exception cref="ArgumentException">There is not one number for each individual.</exception>
    /// <exception cref="NotFiniteNumberException">A fitness is NaN or infinite; the message names the individual.</exception>
    public GenerationReport Tell(ReadOnlySpan<double> fitness)
    {
        if (fitness.Length != _options.PopulationSize)
            throw new ArgumentException($"There are {fitness.Length} fitness values for {_options.PopulationSize} individuals.", nameof(fitness));
        fitness.CopyTo(_values);
        return Learn(NextSeed(), CancellationToken.None);
    }

    /// <summary>Does one generation.</summary>
    /// <param name="cancellationToken">Ends it early; nothing has changed then.</param>
    /// <exception cref="NotFiniteNumberException">A fitness is NaN or infinite; the message names the individual.</exception>
    public GenerationReport Step(CancellationToken cancellationToken = default)
    {
        long seed = NextSeed();
        using (no_grad())
            _generation.Evaluate(seed, _fitness, _values, cancellationToken);
        return Learn(seed, cancellationToken);
    }

    /// <summary>Does generations until there are enough, or a report is good enough.</summary>
    /// <param name="generations">How many more. Range: at least 0.</param>
    /// <param name="progress">Gets the report of each.</param>
    /// <param name="until">Ends the search when it returns true; never if null.</param>
    /// <param name="cancellationToken">Ends the search early; the generations done are kept.</param>
    /// <returns>The last report; null if no generation was done.</returns>
    public GenerationReport? Run(
        long generations, IProgress<GenerationReport>? progress = null, Func<GenerationReport, bool>? until = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generations);
        GenerationReport? last = null;
        for (long i = 0; i < generations; i++)
        {
            last = Step(cancellationToken);
            progress?.Report(last.Value);
            if (until?.Invoke(last.Value) == true)
                break;
        }

        return last;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _optimizer.Dispose();
        _generation.Dispose();
        _best?.Dispose();
        _best = null;
    }

    private static Dictionary<string, Parameter> Learnt(IPopulation population)
    {
        var learnt = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach ((string name, Tensor tensor) in population.Parameters)
        {
            if (!tensor.requires_grad)
                continue;
            learnt[name] = tensor as Parameter ??
                throw new ArgumentException($"The population's parameter '{name}' is a tensor; make it a Parameter, which an optimizer can change.", nameof(population));
        }

        if (learnt.Count == 0)
            throw new ArgumentException($"No parameter of the population requires a gradient ({string.Join(", ", population.Parameters.Keys)}), so there is nothing to learn.", nameof(population));
        return learnt;
    }

    private long NextSeed() => unchecked((long)_seeds.Split("generation", Generation).NextUInt64());

    private GenerationReport Learn(long seed, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        double[] fitness = _values;
        int replaced = FitnessWeights.MakeFinite(fitness, _options.Goal, _options.NonFiniteFitness);
        if (replaced > 0)
            Log.WorstTaken(_logger, Generation, replaced);
        FitnessWeights.Compute(fitness, _options, _weights);
        _generation.SetGradients(seed, _weights, cancellationToken);
        if (_options.Gradient == GradientKind.Natural)
            NaturalGradient.Apply(Population);
        double norm = Descend();

        int best = FitnessWeights.Best(fitness, _options.Goal);
        bool isBest = double.IsNaN(BestFitness) || FitnessWeights.IsBetter(fitness[best], BestFitness, _options.Goal);
        // Drawn before the parameters change; it ends with the scope where the optimizer throws.
        Tensor? champion = isBest ? Population.Decode(Code(seed, best)) : null;
        _optimizer.step();
        if (champion is not null)
        {
            _best?.Dispose();
            (_best, BestFitness) = (champion.DetachFromDisposeScope(), fitness[best]);
        }

        Moments moments = Moments.Of(fitness);
        var report = new GenerationReport(Generation, moments.Mean, moments.StandardDeviation, fitness[best], BestFitness, norm);
        Generation++;
        if (_options.KeepHistory)
            _history.Add(report);
        Log.GenerationDone(_logger, report.Generation, report.MeanFitness, report.BestFitness, norm);
        Constrain();
        return report;
    }

    // Optimizers go down; the gradients go up the fitness. Returns their norm.
    private double Descend()
    {
        using IDisposable still = no_grad();
        double squares = 0;
        foreach ((string name, Parameter parameter) in _learnt)
        {
            Tensor gradient = parameter.Gradient() ?? throw new InvalidOperationException($"The population's log-probability does not depend on its parameter '{name}'.");
            double norm = gradient.norm().ToScalar().ToDouble();
            if (!double.IsFinite(norm))
                throw new InvalidOperationException($"The gradient of '{name}' is not finite: the distribution has become too narrow for its type, or the shaped fitness too large.");
            squares += norm * norm;
            gradient.neg_();
        }

        return Math.Sqrt(squares);
    }

    private void Constrain()
    {
        if (_options.Constrain is not { } constrain)
            return;
        using IDisposable still = no_grad();
        constrain();
    }

    private EncodedIndividual Code(long seed, int individual)
    {
        int half = _options.PopulationSize / 2;
        return _options.Antithetic && individual >= half ? new(seed, individual - half, -1) : new(seed, individual, 1);
    }
}
