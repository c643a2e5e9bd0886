using System.Numerics.Tensors;
using Lagom.Evolution.Fitness;
using Lagom.Evolution.Gradients;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// Policy gradients with parameter-based exploration: mean and standard deviations of a separable normal distribution follow gradients
/// that mirrored pairs of candidates give; the mean through ClipUp, whose settings are lengths.
/// </summary>
/// <remarks>
/// <b>Source:</b> Sehnke, Osendorfer, Rückstieß, Graves, Peters and Schmidhuber (2010), "Parameter-exploring policy gradients"; ranks,
/// ClipUp and its rules of thumb: Toklu, Liskowski and Srivastava (2020), "ClipUp: a simple and powerful optimizer for
/// distribution-based policy evolution".
/// </remarks>
public sealed class Pgpe : EvolutionStrategy
{
    private const double LearningRateShare = 1.0 / 30;

    private readonly PgpeOptions _options;
    private readonly FitnessShaper _shaper;
    private readonly GradientOptimizer _optimizer;
    private readonly DiagonalNormal _normal;
    private readonly double[] _noise;
    private readonly double[] _gradient;
    private readonly double[] _stdGradient;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The first standard deviation. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public Pgpe(ReadOnlySpan<double> x0, double sigma0, PgpeOptions? options = null)
        : base("PGPE", StartPoint.Check(x0, sigma0), options ??= new PgpeOptions())
    {
        _options = options;
        PopulationSize = options.PopulationSize ?? StartPoint.EvenPopulationSize(Dimension, 2);
        _shaper = new FitnessShaper(options.Shaping);
        _optimizer = options.Rule.Create(Dimension);
        _normal = new DiagonalNormal(SearchStart(x0), sigma0, options.CoordinateStds);
        _noise = new double[Dimension];
        _gradient = new double[Dimension];
        _stdGradient = new double[Dimension];
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override double StepSize => _normal.StepSize;

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(candidates[..(candidates.Length / 2)]);
        Rows.Mirror(candidates);
        Rows.Spread(candidates, _normal.Mean, _normal.Stds);
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
        double learningRate = _options.LearningRate?.At(Iterations - 1) ?? LearningRateShare * TensorPrimitives.Norm<double>(_normal.Stds);
        Require(learningRate > 0 && double.IsFinite(learningRate), nameof(_options.LearningRate), learningRate, "positive at every generation");
        EstimateGradients(generation, _shaper.Shape(generation));
        TensorPrimitives.Multiply(_gradient, _normal.Stds, _gradient);
        _optimizer.Step(_normal.Mean, _gradient, learningRate);

        double limit = _options.MaximumStdChange;
        TensorPrimitives.Multiply(_stdGradient, -_options.StdLearningRate, _stdGradient);
        for (int i = 0; i < Dimension; i++)
            _normal.Stds[i] *= 1 + Math.Clamp(_stdGradient[i], -limit, limit);
        StepRules.Limit(_normal.Stds);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _normal.Mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => _normal.Stds.CopyTo(deviations);

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _normal.FirstStd);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        _normal.Save(state);
        state.Set("optimizer", _optimizer.State);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double[] optimizer = state.GetFinite("optimizer", _optimizer.State.Length);
        _normal.Load(state);
        optimizer.CopyTo(_optimizer.State);
    }

    // The gradients in units of the standard deviations: by the mean from the difference of each pair, by the deviation from its average.
    private void EstimateGradients(in ToldGeneration generation, ReadOnlySpan<double> weights)
    {
        int pairs = generation.Count / 2;
        double baseline = TensorPrimitives.Sum(weights) / weights.Length;
        _gradient.AsSpan().Clear();
        _stdGradient.AsSpan().Clear();
        for (int pair = 0; pair < pairs; pair++)
        {
            double plus = weights[pair];
            double minus = weights[pair + pairs];
            Rows.Standardise(generation[pair], _normal.Mean, _normal.Stds, _noise);
            Rows.LimitLength(_noise);
            TensorPrimitives.MultiplyAdd(_noise, (plus - minus) / (2 * pairs), _gradient, _gradient);
            TensorPrimitives.Multiply(_noise, _noise, _noise);
            TensorPrimitives.Subtract(_noise, 1, _noise);
            TensorPrimitives.MultiplyAdd(_noise, ((plus + minus) / 2 - baseline) / pairs, _stdGradient, _stdGradient);
        }
    }
}
