using System.Numerics.Tensors;
using Lagom.Evolution.Fitness;

namespace Lagom.Evolution;

/// <summary>
/// Separable natural evolution strategy: a normal distribution with a standard deviation a coordinate follows the natural gradient of
/// the expected utility. Linear in the dimension, for large problems without strong correlations.
/// </summary>
/// <remarks>
/// <b>Source:</b> Schaul, Glasmachers and Schmidhuber (2011), "High dimensions and heavy tails for natural evolution strategies".
/// </remarks>
public sealed class Snes : EvolutionStrategy
{
    private readonly SnesOptions _options;
    private readonly FitnessShaper _shaper;
    private readonly double _stdLearningRate;
    private double _firstStd;
    private readonly double[] _mean;
    private readonly double[] _stds;
    private readonly double[] _noise;
    private readonly double[] _gradient;
    private readonly double[] _stdGradient;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The first standard deviation. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public Snes(ReadOnlySpan<double> x0, double sigma0, SnesOptions? options = null)
        : base("SNES", StartPoint.Check(x0, sigma0), options ??= new SnesOptions())
    {
        _options = options;
        PopulationSize = options.PopulationSize ?? StartPoint.PopulationSize(Dimension);
        _shaper = new FitnessShaper(options.Shaping);
        _stdLearningRate = options.StdLearningRate ?? (3 + Math.Log(Dimension)) / (5 * Math.Sqrt(Dimension));
        _mean = x0.ToArray();
        _stds = StartPoint.StandardDeviations(Dimension, sigma0, options.CoordinateStds);
        _firstStd = TensorPrimitives.Max<double>(_stds);
        _noise = new double[Dimension];
        _gradient = new double[Dimension];
        _stdGradient = new double[Dimension];
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
        Rows.Spread(candidates, _mean, _stds);
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
        ReadOnlySpan<double> weights = _shaper.Shape(generation);
        _gradient.AsSpan().Clear();
        _stdGradient.AsSpan().Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            Rows.Standardise(generation[i], _mean, _stds, _noise);
            Rows.LimitLength(_noise);
            TensorPrimitives.MultiplyAdd(_noise, weights[i], _gradient, _gradient);
            TensorPrimitives.Multiply(_noise, _noise, _noise);
            // The weights sum to 0: Σ u (z² - 1) = Σ u z².
            TensorPrimitives.MultiplyAdd(_noise, weights[i], _stdGradient, _stdGradient);
        }

        TensorPrimitives.Multiply(_gradient, _stds, _gradient);
        TensorPrimitives.MultiplyAdd(_gradient, -_options.MeanLearningRate, _mean, _mean);
        TensorPrimitives.Multiply(_stdGradient, -_stdLearningRate / 2, _stdGradient);
        TensorPrimitives.Exp(_stdGradient, _stdGradient);
        TensorPrimitives.Multiply(_stds, _stdGradient, _stds);
        StepRules.Limit(_stds);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => _stds.CopyTo(deviations);

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _firstStd);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("firstStd", _firstStd);
        state.Set("mean", _mean);
        state.Set("stds", _stds);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double firstStd = state.GetPositive("firstStd");
        double[] mean = state.GetFinite("mean", Dimension);
        double[] stds = state.GetDeviations("stds", Dimension);
        _firstStd = firstStd;
        mean.CopyTo(_mean, 0);
        stds.CopyTo(_stds, 0);
    }
}
