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
    private readonly DiagonalNormal _normal;
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
        _normal = new DiagonalNormal(SearchStart(x0), sigma0, options.CoordinateStds);
        _noise = new double[Dimension];
        _gradient = new double[Dimension];
        _stdGradient = new double[Dimension];
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override bool AcceptsOtherSolutions => true;

    /// <inheritdoc/>
    public override double StepSize => _normal.StepSize;

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(candidates);
        Rows.Spread(candidates, _normal.Mean, _normal.Stds);
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
            Rows.Standardise(generation[i], _normal.Mean, _normal.Stds, _noise);
            Rows.LimitLength(_noise);
            TensorPrimitives.MultiplyAdd(_noise, weights[i], _gradient, _gradient);
            TensorPrimitives.Multiply(_noise, _noise, _noise);
            // The weights sum to 0: Σ u (z² - 1) = Σ u z².
            TensorPrimitives.MultiplyAdd(_noise, weights[i], _stdGradient, _stdGradient);
        }

        TensorPrimitives.Multiply(_gradient, _normal.Stds, _gradient);
        TensorPrimitives.MultiplyAdd(_gradient, -_options.MeanLearningRate, _normal.Mean, _normal.Mean);
        TensorPrimitives.Multiply(_stdGradient, -_stdLearningRate / 2, _stdGradient);
        TensorPrimitives.Exp(_stdGradient, _stdGradient);
        TensorPrimitives.Multiply(_normal.Stds, _stdGradient, _normal.Stds);
        StepRules.Limit(_normal.Stds);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _normal.Mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => _normal.Stds.CopyTo(deviations);

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _normal.FirstStd);

    /// <inheritdoc/>
    protected override void Save(StrategyState state) => _normal.Save(state);

    /// <inheritdoc/>
    protected override void Load(StrategyState state) => _normal.Load(state);
}
