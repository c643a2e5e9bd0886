using System.Numerics.Tensors;
using Lagom.Evolution.Fitness;
using Lagom.Evolution.Gradients;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// The evolution strategy of OpenAI: the mean of a normal distribution of one scheduled width follows the gradient that the
/// standardised values of a generation give.
/// </summary>
/// <remarks>
/// The draws behind told candidates are computed back from them, so that changed ones count as what they are.
/// <b>Source:</b> Salimans, Ho, Chen, Sidor and Sutskever (2017), "Evolution strategies as a scalable alternative to reinforcement learning".
/// </remarks>
public sealed class OpenAiEs : EvolutionStrategy
{
    private const double LearningRateShare = 0.1;

    private readonly OpenAiEsOptions _options;
    private double _sigma0;
    private readonly GradientOptimizer _optimizer;
    private readonly FitnessShaper _shaper;
    private readonly double[] _mean;
    private readonly double[] _deviation;
    private readonly double[] _gradient;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The step size, which the schedule multiplies. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public OpenAiEs(ReadOnlySpan<double> x0, double sigma0, OpenAiEsOptions? options = null)
        : base("OpenAI-ES", StartPoint.Check(x0, sigma0), options ??= new OpenAiEsOptions())
    {
        _options = options;
        _sigma0 = sigma0;
        PopulationSize = options.PopulationSize ?? StartPoint.EvenPopulationSize(Dimension, 4);
        _optimizer = options.Rule.Create(Dimension);
        _shaper = new FitnessShaper(options.Shaping);
        _mean = SearchStart(x0);
        _deviation = new double[Dimension];
        _gradient = new double[Dimension];
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override bool AcceptsOtherSolutions => true;

    /// <inheritdoc/>
    public override double StepSize => SigmaAt(Iterations);

    /// <summary>The estimate of the gradient that the last step followed [dimension].</summary>
    internal ReadOnlySpan<double> LastGradient => _gradient;

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(_options.Antithetic ? candidates[..(candidates.Length / 2)] : candidates);
        if (_options.Antithetic)
            Rows.Mirror(candidates);
        Place(candidates);
    }

    /// <inheritdoc/>
    protected override bool Resample(int index, Span<double> candidate)
    {
        // A new half of a pair would be no mirror image any more.
        if (_options.Antithetic)
            return false;
        Random.FillNormal(candidate);
        Place(candidate);
        return true;
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
        double sigma = SigmaAt(Iterations - 1);
        double learningRate = _options.LearningRate?.At(Iterations - 1) ?? LearningRateShare * sigma;
        Require(learningRate > 0 && double.IsFinite(learningRate), nameof(_options.LearningRate), learningRate, "positive at every generation");
        Span<double> weights = _shaper.Shape(generation);
        FitnessShaper.Standardise(weights);
        _gradient.AsSpan().Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            TensorPrimitives.Subtract(generation[i], _mean, _deviation);
            TensorPrimitives.MultiplyAdd(_deviation, weights[i], _gradient, _gradient);
        }

        TensorPrimitives.Multiply(_gradient, 1 / (sigma * sigma * weights.Length), _gradient);
        if (_options.WeightDecay > 0)
            TensorPrimitives.MultiplyAdd(_mean, _options.WeightDecay, _gradient, _gradient);
        _optimizer.Step(_mean, _gradient, learningRate);
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
        state.Set("optimizer", _optimizer.State);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double sigma0 = state.GetPositive("sigma0");
        double[] mean = state.GetFinite("mean", Dimension);
        double[] optimizer = state.GetFinite("optimizer", _optimizer.State.Length);
        _sigma0 = sigma0;
        mean.CopyTo(_mean, 0);
        optimizer.CopyTo(_optimizer.State);
    }

    /// <summary>Turns standard normal numbers, mirrored ones included, into candidates.</summary>
    internal void Place(Span<double> noise)
    {
        TensorPrimitives.Multiply(noise, SigmaAt(Iterations), noise);
        for (int start = 0; start < noise.Length; start += Dimension)
            TensorPrimitives.Add(noise.Slice(start, Dimension), _mean, noise.Slice(start, Dimension));
    }

    private double SigmaAt(long generation)
    {
        double factor = _options.SigmaSchedule.At(generation);
        Require(factor > 0 && double.IsFinite(factor), nameof(_options.SigmaSchedule), factor, "positive at every generation");
        return _sigma0 * factor;
    }
}
