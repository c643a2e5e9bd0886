using System.Numerics.Tensors;
using Lagom.Evolution.Fitness;

namespace Lagom.Evolution;

/// <summary>
/// Exponential natural evolution strategy: a normal distribution with a full covariance follows the natural gradient of the expected
/// utility, in exponential coordinates, in which the covariance stays positive definite whatever the step.
/// </summary>
/// <remarks>
/// Candidates are m + σ B z with z standard normal and det B = 1. A generation costs O(n³): meant for up to about 100 dimensions.
/// <b>Source:</b> Glasmachers, Schaul, Yi, Wierstra and Schmidhuber (2010), "Exponential natural evolution strategies".
/// </remarks>
public sealed class Xnes : EvolutionStrategy
{
    // Beyond it, draws cannot be computed back from candidates any more; the shape stays then.
    private const double LargestAxisRatio = 1e10;

    private readonly XnesOptions _options;
    private readonly FitnessShaper _shaper = new(FitnessShaping.NesUtilities);
    private readonly SymmetricExponential _exponential;
    private readonly double _stepRate;
    private readonly double _covarianceRate;
    private double _sigma0;
    private readonly double[] _mean;
    private readonly double[] _root;
    private readonly double[] _inverseRoot;
    private readonly double[] _gradient;
    private readonly double[] _meanGradient;
    private readonly double[] _noise;
    private readonly double[] _vector;
    private readonly SpectralNorm _longest;
    private readonly SpectralNorm _shortest;
    private double _sigma;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The first step size. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public Xnes(ReadOnlySpan<double> x0, double sigma0, XnesOptions? options = null)
        : base("xNES", StartPoint.Check(x0, sigma0), options ??= new XnesOptions())
    {
        _options = options;
        int n = Dimension;
        PopulationSize = options.PopulationSize ?? StartPoint.PopulationSize(n);
        _covarianceRate = options.CovarianceLearningRate ?? (9 + 3 * Math.Log(n)) / (5 * n * Math.Sqrt(n));
        _stepRate = options.StepLearningRate ?? _covarianceRate;
        _longest = new SpectralNorm(n);
        _shortest = new SpectralNorm(n);
        _exponential = new SymmetricExponential(n);
        _sigma = _sigma0 = sigma0;
        _mean = SearchStart(x0);
        _root = new double[n * n];
        _inverseRoot = new double[n * n];
        Rows.SetIdentity(_root, n);
        Rows.SetIdentity(_inverseRoot, n);
        _gradient = new double[n * n];
        _meanGradient = new double[n];
        _noise = new double[n];
        _vector = new double[n];
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override bool AcceptsOtherSolutions => true;

    /// <inheritdoc/>
    public override double StepSize => _sigma;

    /// <inheritdoc/>
    protected override double AxisRatio => _longest.Estimate(_root) * _shortest.Estimate(_inverseRoot);

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        Random.FillNormal(candidates);
        for (int start = 0; start < candidates.Length; start += Dimension)
        {
            Span<double> candidate = candidates.Slice(start, Dimension);
            Rows.Multiply(_root, candidate, _vector);
            TensorPrimitives.Multiply(_vector, _sigma, candidate);
            TensorPrimitives.Add(candidate, _mean, candidate);
        }
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
        double trace = EstimateGradient(generation);
        double shared = trace / Dimension;
        for (int i = 0; i < Dimension; i++)
            _gradient[i * Dimension + i] -= shared;

        Rows.Multiply(_root, _meanGradient, _vector);
        TensorPrimitives.MultiplyAdd(_vector, -_options.MeanLearningRate * _sigma, _mean, _mean);
        _sigma = StepRules.Limit(_sigma * Math.Exp(-_stepRate / 2 * shared));
        if (TensorPrimitives.Norm<double>(_root) * TensorPrimitives.Norm<double>(_inverseRoot) > LargestAxisRatio)
            return;
        TensorPrimitives.Multiply(_gradient, -_covarianceRate / 2, _gradient);
        _exponential.MultiplyRows(_root, _gradient, 1);
        // The inverse of B exp(G) is exp(-G) B⁻¹; its transpose, which is stored, B⁻ᵀ exp(-G).
        _exponential.MultiplyRows(_inverseRoot, _gradient, -1);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations)
    {
        for (int i = 0; i < Dimension; i++)
            deviations[i] = _sigma * TensorPrimitives.Norm<double>(_root.Row(i, Dimension));
    }

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _sigma0);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("mean", _mean);
        state.Set("sigma0", _sigma0);
        state.Set("sigma", _sigma);
        state.Set("longestAxis", _longest.Direction);
        state.Set("shortestAxis", _shortest.Direction);
        state.Set("root", _root);
        state.Set("inverseRoot", _inverseRoot);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double[] mean = state.GetFinite("mean", Dimension);
        (double sigma0, double sigma) = (state.GetPositive("sigma0"), state.GetPositive("sigma"));
        double[] longest = state.GetFinite("longestAxis", Dimension);
        double[] shortest = state.GetFinite("shortestAxis", Dimension);
        double[] root = state.GetFinite("root", _root.Length);
        double[] inverseRoot = state.GetFinite("inverseRoot", _inverseRoot.Length);
        StateChecks.RequireInverses(root, inverseRoot, Dimension);
        mean.CopyTo(_mean, 0);
        (_sigma0, _sigma) = (sigma0, sigma);
        longest.CopyTo(_longest.Direction);
        shortest.CopyTo(_shortest.Direction);
        root.CopyTo(_root, 0);
        inverseRoot.CopyTo(_inverseRoot, 0);
    }

    // Sums u z into one gradient and u z zᵀ into the other, of which it returns the trace. The weights sum to 0: Σ u (z zᵀ - I) = Σ u z zᵀ.
    private double EstimateGradient(in ToldGeneration generation)
    {
        ReadOnlySpan<double> weights = _shaper.Shape(generation);
        _meanGradient.AsSpan().Clear();
        _gradient.AsSpan().Clear();
        double trace = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            TensorPrimitives.Subtract(generation[k], _mean, _vector);
            TensorPrimitives.Divide(_vector, _sigma, _vector);
            // B⁻¹ y from the rows of B⁻ᵀ.
            Rows.WeightedSum(_inverseRoot, _vector, _noise);
            Rows.LimitLength(_noise);
            TensorPrimitives.MultiplyAdd(_noise, weights[k], _meanGradient, _meanGradient);
            for (int i = 0; i < Dimension; i++)
            {
                Span<double> row = _gradient.Row(i, Dimension);
                TensorPrimitives.MultiplyAdd(_noise, weights[k] * _noise[i], row, row);
            }

            trace += weights[k] * TensorPrimitives.SumOfSquares<double>(_noise);
        }

        return trace;
    }
}
