namespace Lagom.Evolution;

/// <summary>
/// Draws every candidate from the same normal distribution around the starting point and learns nothing: what others must beat.
/// </summary>
/// <remarks>The favourite is the best candidate so far.</remarks>
public sealed class RandomSearch : EvolutionStrategy
{
    private readonly double[] _start;
    private readonly double[] _stds;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The standard deviation. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public RandomSearch(ReadOnlySpan<double> x0, double sigma0, RandomSearchOptions? options = null)
        : base("random search", StartPoint.Check(x0, sigma0), options ??= new RandomSearchOptions())
    {
        PopulationSize = options.PopulationSize ?? StartPoint.PopulationSize(Dimension);
        _start = SearchStart(x0);
        _stds = StartPoint.StandardDeviations(Dimension, sigma0, options.CoordinateStds);
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override bool AcceptsOtherSolutions => true;

    /// <inheritdoc/>
    public override double StepSize => Rows.RootMeanSquare(_stds);

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(candidates);
        Rows.Spread(candidates, _start, _stds);
    }

    /// <inheritdoc/>
    protected override bool Resample(int index, Span<double> candidate)
    {
        Sample(candidate);
        return true;
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => (double.IsNaN(BestValue) ? _start : Best).CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => _stds.CopyTo(deviations);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("start", _start);
        state.Set("stds", _stds);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double[] start = state.GetFinite("start", Dimension);
        double[] stds = state.GetDeviations("stds", Dimension);
        start.CopyTo(_start, 0);
        stds.CopyTo(_stds, 0);
    }
}
