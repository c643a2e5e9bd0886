using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>
/// The (1+1)-CMA-ES: one candidate a generation, kept where it is at least as good as its parent. The step size follows the rate of
/// success, the covariance the successful steps, through its Cholesky factor.
/// </summary>
/// <remarks>
/// Often the fastest of the family on smooth functions of few dimensions with one optimum; it stays in the first optimum that it finds.
/// The first candidate is the starting point. An update costs O(n²).
/// <b>Source:</b> Igel, Suttorp and Hansen (2006), "A computational efficient covariance matrix update and a (1+1)-CMA for evolution
/// strategies"; the inverse factor: Suttorp, Hansen and Igel (2009), "Efficient covariance matrix update for variable metric evolution
/// strategies".
/// </remarks>
public sealed class OnePlusOneCmaEs : EvolutionStrategy
{
    private const double TargetSuccess = 2.0 / 11;
    private const double SuccessRate = 1.0 / 12;
    private const double SuccessThreshold = 0.44;

    private readonly double _damping;
    private readonly double _pathRate;
    private readonly double _covarianceRate;
    private double _firstStd;
    private readonly double[] _parent;
    private readonly double[] _path;
    private readonly FactoredCovariance _covariance;
    private readonly SpectralNorm _longest;
    private readonly SpectralNorm _shortest;
    private readonly double[] _noise;
    private readonly double[] _step;
    private double _parentValue = double.PositiveInfinity;
    private double _sigma;
    private double _success = TargetSuccess;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first candidate. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The first step size. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public OnePlusOneCmaEs(ReadOnlySpan<double> x0, double sigma0, OnePlusOneCmaEsOptions? options = null)
        : base("(1+1)-CMA-ES", StartPoint.Check(x0, sigma0), options ??= new OnePlusOneCmaEsOptions())
    {
        double n = Dimension;
        _damping = options.Damping ?? 1 + n / 2;
        _pathRate = 2 / (n + 2);
        _covarianceRate = 2 / (n * n + 6);
        _parent = SearchStart(x0);
        _path = new double[Dimension];
        double[] scaling = StartPoint.StandardDeviations(Dimension, 1, options.CoordinateStds);
        _covariance = new FactoredCovariance(scaling);
        _firstStd = sigma0 * TensorPrimitives.Max<double>(scaling);
        _longest = new SpectralNorm(Dimension);
        _shortest = new SpectralNorm(Dimension);
        _noise = new double[Dimension];
        _step = new double[Dimension];
        _sigma = sigma0;
    }

    /// <inheritdoc/>
    public override int PopulationSize => 1;

    /// <inheritdoc/>
    public override double StepSize => _sigma;

    private bool HasParent => Iterations > 0;

    /// <inheritdoc/>
    protected override double AxisRatio => _longest.Estimate(_covariance.Factor) * _shortest.Estimate(_covariance.InverseFactor);

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        if (!HasParent)
        {
            _parent.CopyTo(candidates);
            return;
        }

        Random.FillNormal(_noise);
        Rows.Multiply(_covariance.Factor, _noise, candidates);
        TensorPrimitives.Multiply(candidates, _sigma, candidates);
        TensorPrimitives.Add(candidates, _parent, candidates);
    }

    /// <inheritdoc/>
    protected override bool Resample(int index, Span<double> candidate)
    {
        if (!HasParent)
            return false;
        Sample(candidate);
        return true;
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
        double value = generation.Failed > 0 ? double.PositiveInfinity : generation.Values[0];
        if (Iterations == 1)
        {
            // The starting point, against which there was no other.
            _parentValue = value;
            return;
        }

        bool succeeded = generation.Failed == 0 && value <= _parentValue;
        _success += SuccessRate * ((succeeded ? 1 : 0) - _success);
        if (succeeded)
        {
            TensorPrimitives.Subtract(generation.Candidates, _parent, _step);
            TensorPrimitives.Divide(_step, _sigma, _step);
            generation.Candidates.CopyTo(_parent);
            _parentValue = value;
            // A step longer than any draw is a rounding error: the step size has fallen below those of the coordinates.
            Rows.Multiply(_covariance.InverseFactor, _step, _noise);
            if (TensorPrimitives.Norm<double>(_noise) <= Rows.LongestDraw(Dimension))
                AdaptCovariance();
        }

        _sigma = StepRules.Limit(_sigma * Math.Exp((_success - TargetSuccess) / (1 - TargetSuccess) / _damping));
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _parent.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations)
    {
        for (int i = 0; i < Dimension; i++)
            deviations[i] = _sigma * TensorPrimitives.Norm(_covariance.Factor.Row(i, Dimension));
    }

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _firstStd);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("parent", _parent);
        state.Set("parentValue", _parentValue);
        state.Set("path", _path);
        state.Set("firstStd", _firstStd);
        state.Set("sigma", _sigma);
        state.Set("longestAxis", _longest.Direction);
        state.Set("shortestAxis", _shortest.Direction);
        state.Set("success", _success);
        state.Set("factor", _covariance.Factor);
        state.Set("inverseFactor", _covariance.InverseFactor);
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double[] parent = state.GetFinite("parent", Dimension);
        double[] path = state.GetFinite("path", Dimension);
        double[] factor = state.GetFinite("factor", Dimension * Dimension);
        double[] inverseFactor = state.GetFinite("inverseFactor", Dimension * Dimension);
        (double parentValue, double success) = (state.GetDouble("parentValue"), state.GetDouble("success"));
        (double firstStd, double sigma) = (state.GetPositive("firstStd"), state.GetPositive("sigma"));
        double[] longest = state.GetFinite("longestAxis", Dimension);
        double[] shortest = state.GetFinite("shortestAxis", Dimension);
        _covariance.Check(factor, inverseFactor);
        parent.CopyTo(_parent, 0);
        path.CopyTo(_path, 0);
        _covariance.Load(factor, inverseFactor);
        longest.CopyTo(_longest.Direction);
        shortest.CopyTo(_shortest.Direction);
        (_parentValue, _success, _firstStd, _sigma) = (parentValue, success, firstStd, sigma);
    }

    private void AdaptCovariance()
    {
        double kept = 1 - _covarianceRate;
        double correction = _pathRate * (2 - _pathRate);
        TensorPrimitives.Multiply(_path, 1 - _pathRate, _path);
        // Steps that succeed too often say that the step size is too small, nothing about directions.
        if (_success < SuccessThreshold)
            TensorPrimitives.MultiplyAdd(_step, Math.Sqrt(correction), _path, _path);
        else
            kept += _covarianceRate * correction;
        _covariance.Update(kept, _covarianceRate, _path);
    }
}
