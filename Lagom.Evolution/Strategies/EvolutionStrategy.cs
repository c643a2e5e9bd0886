using System.Numerics.Tensors;
using Shared.Tensors;

namespace Lagom.Evolution;

/// <summary>
/// What all strategies have in common: the pairing of ask and tell, failed evaluations, direction, counts, the best of the whole run,
/// stopping rules, saved state. A strategy draws in <see cref="Sample"/> and learns in <see cref="Update"/>.
/// </summary>
public abstract partial class EvolutionStrategy : IEvolutionStrategy
{
    private readonly StrategyOptions _options;
    private readonly StopMonitor _stop;
    private readonly double[] _best;
    private double[] _asked = [];
    private double[] _values = [];
    private double[] _keys = [];
    private double[] _deviations = [];
    private int[] _order = [];
    private int _askedCount;
    private bool _isPending;
    private double _bestValue = double.NaN;
    private long _bestEvaluation;

    /// <summary>Checks the options and starts the random stream of the seed.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="dimension">How many coordinates candidates have. Range: at least 1.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected EvolutionStrategy(string name, int dimension, StrategyOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Name = name;
        Dimension = dimension;
        _options = options;
        _best = new double[dimension];
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

    /// <summary>How many values were told.</summary>
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

    /// <summary>The best candidate so far [dimension]; meaningless where no evaluation has succeeded.</summary>
    protected ReadOnlySpan<double> Best => _best;

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
            _asked = new double[length];
        _isPending = false;
        _askedCount = PopulationSize;
        Sample(_asked);
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
        Span<double> row = _asked.AsSpan(index * Dimension, Dimension);
        if (!Resample(index, row))
            return false;
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
        Take(_asked, values, areAsked: true);
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

        Take(candidates, values, areAsked);
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
    /// <param name="favorite">Receives it [dimension].</param>
    protected abstract void WriteFavorite(Span<double> favorite);

    /// <summary>Writes the standard deviation of the search along each coordinate.</summary>
    /// <param name="deviations">Receives them [dimension].</param>
    protected abstract void WriteStandardDeviations(Span<double> deviations);

    /// <summary>Stopping rules of the strategy's own, checked after each tell.</summary>
    /// <param name="criteria">What the caller set.</param>
    protected virtual StopReasons CheckStop(StopCriteria criteria) => StopReasons.None;

    /// <summary>Forgets the histories that stopping rules compare, as a restart does.</summary>
    protected void ForgetStopHistory() => _stop.ForgetHistory();

    private double Signed(double value) => Direction == ObjectiveDirection.Maximize ? -value : value;
}
