using System.Numerics.Tensors;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// Augmented random search, version V1-t: a finite-difference step along random directions, of which only the best are used, divided by
/// the standard deviation of their values.
/// </summary>
/// <remarks>
/// Neither width nor step adapts: choose <see cref="AugmentedRandomSearchOptions.SigmaSchedule"/> to converge.
/// <b>Source:</b> Mania, Guy and Recht (2018), "Simple random search of static linear policies is competitive for reinforcement learning".
/// </remarks>
public sealed class AugmentedRandomSearch : EvolutionStrategy
{
    private const double StepShare = 2.0 / 3;

    private readonly AugmentedRandomSearchOptions _options;
    private readonly int _top;
    private double _sigma0;
    private readonly double[] _mean;
    private readonly double[] _direction;
    private readonly double[] _step;
    private readonly double[] _pairBest;
    private readonly int[] _order;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The length along a direction, which the schedule multiplies. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public AugmentedRandomSearch(ReadOnlySpan<double> x0, double sigma0, AugmentedRandomSearchOptions? options = null)
        : base("ARS", StartPoint.Check(x0, sigma0), options ??= new AugmentedRandomSearchOptions())
    {
        _options = options;
        _sigma0 = sigma0;
        PopulationSize = options.PopulationSize ?? StartPoint.EvenPopulationSize(Dimension);
        int directions = PopulationSize / 2;
        _top = options.TopDirections ?? Math.Max(1, directions / 2);
        Require(_top <= directions, nameof(options.TopDirections), _top, $"1 to half the population, {directions}");
        _mean = SearchStart(x0);
        _direction = new double[Dimension];
        _step = new double[Dimension];
        _pairBest = new double[directions];
        _order = new int[directions];
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override double StepSize => SigmaAt(Iterations);

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(candidates[..(candidates.Length / 2)]);
        Rows.Mirror(candidates);
        TensorPrimitives.Multiply(candidates, SigmaAt(Iterations), candidates);
        for (int row = 0; row < PopulationSize; row++)
            TensorPrimitives.Add(candidates.Row(row, Dimension), _mean, candidates.Row(row, Dimension));
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
        double sigma = SigmaAt(Iterations - 1);
        double stepSize = _options.StepSize?.At(Iterations - 1) ?? StepShare * sigma;
        Require(stepSize > 0 && double.IsFinite(stepSize), nameof(_options.StepSize), stepSize, "positive at every generation");
        ReadOnlySpan<double> values = generation.Values;
        int directions = _order.Length;
        for (int k = 0; k < directions; k++)
        {
            _pairBest[k] = Math.Min(values[k], values[k + directions]);
            _order[k] = k;
        }

        _pairBest.AsSpan().Sort(_order.AsSpan());
        _step.AsSpan().Clear();
        foreach (int k in _order.AsSpan(0, _top))
        {
            TensorPrimitives.Subtract(generation[k], _mean, _direction);
            TensorPrimitives.MultiplyAdd(_direction, (values[k] - values[k + directions]) / sigma, _step, _step);
        }

        // Equal values give no direction.
        double deviation = Deviation(values);
        if (deviation > 0)
            TensorPrimitives.MultiplyAdd(_step, -stepSize / (_top * deviation), _mean, _mean);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => deviations.Fill(SigmaAt(Iterations));

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("sigma0", _sigma0);
        state.Set("mean", _mean);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double sigma0 = state.GetPositive("sigma0");
        double[] mean = state.GetFinite("mean", Dimension);
        _sigma0 = sigma0;
        mean.CopyTo(_mean, 0);
    }

    // The standard deviation of the values that the step uses.
    private double Deviation(ReadOnlySpan<double> values)
    {
        int directions = _order.Length;
        double mean = 0;
        foreach (int k in _order.AsSpan(0, _top))
            mean += values[k] + values[k + directions];
        mean /= 2 * _top;
        double squares = 0;
        foreach (int k in _order.AsSpan(0, _top))
        {
            double plus = values[k] - mean;
            double minus = values[k + directions] - mean;
            squares += plus * plus + minus * minus;
        }

        return Math.Sqrt(squares / (2 * _top));
    }

    private double SigmaAt(long generation)
    {
        double factor = _options.SigmaSchedule.At(generation);
        Require(factor > 0 && double.IsFinite(factor), nameof(_options.SigmaSchedule), factor, "positive at every generation");
        return _sigma0 * factor;
    }
}
