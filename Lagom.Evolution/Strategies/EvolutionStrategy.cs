using System.Numerics.Tensors;
using Shared.Tensors;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// What all strategies have in common: the pairing of ask and tell, failed evaluations, direction, bounds, counts, the best of the whole run,
/// stopping rules, saved state. A strategy draws in <see cref="Sample"/> and learns in <see cref="Update"/>.
/// </summary>
/// <remarks>
/// Where the caller sets <see cref="StrategyOptions.Bounds"/>, a strategy need not know: what it draws, and what it is given to learn from, are
/// points of a search without bounds, which a map turns into candidates and back.
/// </remarks>
public abstract partial class EvolutionStrategy : IEvolutionStrategy
{
    private readonly StrategyOptions _options;
    private readonly StopMonitor _stop;
    private readonly BoundMap? _map;
    private readonly double[] _best;

    // The points of the search that the best candidate and those asked stand for: the same arrays where there is no map.
    private readonly double[] _searchedBest;
    private double[] _searched = [];
    private double[] _asked = [];
    private double[] _values = [];
    private double[] _keys = [];
    private double[] _deviations = [];
    private int[] _order = [];
    private int _askedCount;
    private int _firstPopulation;
    private bool _isPending;
    private double _bestValue = double.NaN;
    private long _bestEvaluation;

    /// <summary>Checks the options and starts the random stream of the seed.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="dimension">How many coordinates candidates have. Range: at least 1.</param>
    /// <param name="options">The options.</param>
    /// <param name="handlesBounds">Whether the strategy keeps candidates in <see cref="StrategyOptions.Bounds"/> itself; else they are mapped into the box.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected EvolutionStrategy(string name, int dimension, StrategyOptions options, bool handlesBounds = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Name = name;
        Dimension = dimension;
        _options = options;
        Require(options.Bounds is null || options.Bounds.Stated <= dimension, "Bounds.Stated", options.Bounds?.Stated, $"at most the dimension {dimension}");
        _map = options.Bounds is null || handlesBounds ? null : new BoundMap(options.Bounds, dimension);
        _best = new double[dimension];
        _searchedBest = _map is null ? _best : new double[dimension];
        _stop = new StopMonitor(options);
        Random = new RandomStream(options.Seed);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public int Dimension { get; }

    /// <inheritdoc />
    public abstract int PopulationSize { get; }

    /// <inheritdoc />
    public ObjectiveDirection Direction => _options.Direction;

    /// <inheritdoc />
    public FailedEvaluations FailedEvaluations => _options.FailedEvaluations;

    /// <inheritdoc />
    public virtual bool AcceptsOtherSolutions => false;

    /// <summary>How many evaluations were made: a value told is one, and there are those of <see cref="AddEvaluations"/>.</summary>
    public long Evaluations { get; private set; }

    /// <summary>How many generations were told.</summary>
    public long Iterations { get; private set; }

    /// <inheritdoc />
    public GenerationReport? LastGeneration { get; private set; }

    /// <inheritdoc />
    public StopReasons StopReasons { get; private set; }

    /// <inheritdoc />
    public EvolutionResult Result
    {
        get
        {
            bool found = _bestEvaluation > 0;
            var favorite = new double[Dimension];
            var deviations = new double[Dimension];
            WriteFavorite(favorite);
            _map?.ToCandidates(favorite, favorite);
            WriteStandardDeviations(deviations);
            return new EvolutionResult(
                found ? _best.AsSpan().ToArray() : null, found ? Signed(_bestValue) : null, found ? _bestEvaluation : null,
                Evaluations, Iterations, favorite, deviations, StopReasons);
        }
    }

    /// <summary>The overall step size; by default the root mean square of the standard deviations.</summary>
    public virtual double StepSize
    {
        get
        {
            var deviations = new double[Dimension];
            WriteStandardDeviations(deviations);
            return TensorPrimitives.Norm<double>(deviations) / Math.Sqrt(Dimension);
        }
    }

    /// <summary>The random stream of the seed. All draws come from it.</summary>
    protected RandomStream Random { get; private set; }

    /// <summary>The best value so far, minimised; NaN where no evaluation has succeeded.</summary>
    protected double BestValue => _bestValue;

    /// <summary>The point of the search that is the best candidate so far [dimension]; meaningless where no evaluation has succeeded.</summary>
    protected ReadOnlySpan<double> Best => _searchedBest;

    /// <summary>Whether a generation was asked and waits for its values.</summary>
    protected bool IsPending => _isPending;

    /// <summary>The longest axis of the search distribution over its shortest; by default the ratio of the standard deviations.</summary>
    protected virtual double AxisRatio => double.NaN;

    /// <summary>How many generations the strategy allows where the caller sets no number; null for no end.</summary>
    protected internal virtual long? StandardMaxIterations => null;

    /// <summary>Over how many generations without progress the strategy stops where the caller sets no number; null for no end.</summary>
    protected internal virtual int? StandardStagnation => null;

    internal double MinimisedBest => _bestValue;

    internal long EvaluationsSinceBest => Evaluations - _bestEvaluation;

    /// <inheritdoc />
    public Population Ask()
    {
        var population = new Population(PopulationSize, Dimension);
        Ask(population.Data);
        return population;
    }

    /// <inheritdoc />
    public void Ask(Span<double> candidates)
    {
        int length = checked(PopulationSize * Dimension);
        if (candidates.Length != length)
        {
            throw new ArgumentException(
                $"The span has {candidates.Length} numbers; {PopulationSize} candidates of {Dimension} coordinates need {length}.", nameof(candidates));
        }

        _stop.Start();
        if (_asked.Length != length)
        {
            _asked = new double[length];
            _searched = _map is null ? _asked : new double[length];
        }

        _isPending = false;
        _askedCount = PopulationSize;
        Sample(_searched);
        _map?.ToCandidates(_searched, _asked);
        _asked.CopyTo(candidates);
        _isPending = true;
    }

    /// <inheritdoc />
    public bool TryResample(int index, Span<double> candidate)
    {
        if (!_isPending)
            throw new InvalidOperationException("No generation waits for its values; ask for one first.");
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _askedCount);
        if (candidate.Length != Dimension)
            throw new ArgumentException($"The span has {candidate.Length} numbers; a candidate has {Dimension}.", nameof(candidate));
        Span<double> searched = _searched.AsSpan(index * Dimension, Dimension), row = _asked.AsSpan(index * Dimension, Dimension);
        if (!Resample(index, searched))
            return false;
        _map?.ToCandidates(searched, row);
        row.CopyTo(candidate);
        return true;
    }

    /// <inheritdoc />
    public void Tell(ReadOnlySpan<double> values)
    {
        if (!_isPending)
            throw new InvalidOperationException("No generation waits for its values; ask for one first, and tell it once.");
        if (values.Length != _askedCount)
            throw new ArgumentException($"There are {values.Length} values for the {_askedCount} candidates asked.", nameof(values));
        Take(_asked, _searched, values, areAsked: true);
    }

    /// <inheritdoc />
    public void Tell(ReadOnlySpan<double> candidates, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty || candidates.Length != (long)values.Length * Dimension)
        {
            throw new ArgumentException(
                $"There are {candidates.Length} coordinates for {values.Length} values; each value needs {Dimension}, and there must be at least one.",
                nameof(candidates));
        }

        int bad = candidates.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Coordinate {bad % Dimension} of candidate {bad / Dimension} is {candidates[bad]}; coordinates must be finite.", nameof(candidates));
        }

        bool areAsked = _isPending && values.Length == _askedCount && candidates.SequenceEqual(_asked);
        if (!areAsked && !AcceptsOtherSolutions)
        {
            throw new ArgumentException(
                $"{Name} learns from the draws of its own candidates and cannot use others; tell the {_askedCount} that were asked, unchanged.",
                nameof(candidates));
        }

        ReadOnlySpan<double> searched = areAsked ? _searched : _map is null ? candidates : Searched(candidates, _map);
        Take(candidates, searched, values, areAsked);
    }

    /// <inheritdoc />
    public void AddEvaluations(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Evaluations += count;
    }

    /// <summary>Where the search starts: the point that stands for x0, which is x0 itself where there are no bounds.</summary>
    /// <param name="x0">The first point that the caller gave [<see cref="Dimension"/>].</param>
    /// <returns>The point [<see cref="Dimension"/>], a copy.</returns>
    /// <exception cref="ArgumentException">A coordinate lies outside the bounds.</exception>
    protected double[] SearchStart(ReadOnlySpan<double> x0)
    {
        double[] start = x0.ToArray();
        if (_options.Bounds is { } bounds)
            bounds.RequireInside(x0, nameof(x0));
        _map?.ToSearched(start, start);
        return start;
    }

    /// <summary>Draws a generation.</summary>
    /// <param name="candidates">Receives it, row after row [<see cref="PopulationSize"/>, <see cref="Dimension"/>].</param>
    protected abstract void Sample(Span<double> candidates);

    /// <summary>Draws one candidate again, where draws are independent of each other.</summary>
    /// <param name="index">Which one of the generation.</param>
    /// <param name="candidate">Holds the old one, receives the new one [dimension].</param>
    /// <returns>False, with nothing changed, where the strategy cannot.</returns>
    protected virtual bool Resample(int index, Span<double> candidate) => false;

    /// <summary>
    /// Learns from a generation. Counts are already those after it; the best so far is still the one before it. Where this throws,
    /// nothing may have changed.
    /// </summary>
    /// <param name="generation">The candidates and values.</param>
    protected abstract void Update(ToldGeneration generation);

    /// <summary>Writes where the search would put its one guess.</summary>
    /// <param name="favorite">Receives the point of the search [dimension].</param>
    protected abstract void WriteFavorite(Span<double> favorite);

    /// <summary>Writes the standard deviation of the search along each coordinate.</summary>
    /// <param name="deviations">Receives them [dimension].</param>
    protected abstract void WriteStandardDeviations(Span<double> deviations);

    /// <summary>Stopping rules of the strategy's own, checked after each tell.</summary>
    /// <param name="criteria">What the caller set.</param>
    protected virtual StopReasons CheckStop(StopCriteria criteria) => StopReasons.None;

    /// <summary>Forgets the histories that stopping rules compare, as a restart does.</summary>
    protected void ForgetStopHistory() => _stop.ForgetHistory();

    private double[] Searched(ReadOnlySpan<double> candidates, BoundMap map)
    {
        for (int i = 0; i < candidates.Length / Dimension; i++)
        {
            ReadOnlySpan<double> candidate = candidates.Slice(i * Dimension, Dimension);
            if (!_options.Bounds!.Contain(candidate))
                _options.Bounds.RequireInside(candidate, $"{nameof(candidates)}[{i}]");
        }

        var searched = new double[candidates.Length];
        map.ToSearched(candidates, searched);
        return searched;
    }

    private double Signed(double value) => Direction == ObjectiveDirection.Maximize ? -value : value;
}
