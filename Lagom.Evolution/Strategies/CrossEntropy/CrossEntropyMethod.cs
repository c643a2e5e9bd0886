using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>
/// The cross-entropy method: a normal distribution with a standard deviation a coordinate is fitted to the best share of each generation.
/// </summary>
/// <remarks>
/// The scheduled extra variance is added when candidates are drawn, not to the fitted deviations; it keeps the search alive after the fit
/// has collapsed, as it does at once where only one candidate is fitted.
/// <b>Source:</b> Rubinstein (1999), "The cross-entropy method for combinatorial and continuous optimization"; extra noise: Szita and
/// Lőrincz (2006), "Learning Tetris using the noisy cross-entropy method".
/// </remarks>
public sealed class CrossEntropyMethod : EvolutionStrategy
{
    private readonly CrossEntropyOptions _options;
    private readonly DiagonalNormal _normal;
    private readonly double[] _spread;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first mean. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The first standard deviation. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public CrossEntropyMethod(ReadOnlySpan<double> x0, double sigma0, CrossEntropyOptions? options = null)
        : base("CEM", StartPoint.Check(x0, sigma0), options ??= new CrossEntropyOptions())
    {
        _options = options;
        PopulationSize = options.PopulationSize ?? 4 * StartPoint.PopulationSize(Dimension);
        _normal = new DiagonalNormal(SearchStart(x0), sigma0, options.CoordinateStds);
        _spread = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            _normal.Mean[i] = Round(_normal.Mean[i]);
            _normal.Stds[i] = Round(_normal.Stds[i]);
        }
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
        Place(candidates);
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
        int elites = Math.Max(1, (int)(_options.EliteRatio * generation.Count));
        FitMean(generation, generation.Order[..elites]);
        FitStandardDeviations(generation, generation.Order[..elites]);
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => _normal.Mean.CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations) => _normal.Stds.CopyTo(deviations);

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria)
    {
        // What candidates are drawn with: the extra variance goes on where the fit has collapsed.
        WriteSpread(_spread);
        return StepRules.Check(criteria, TensorPrimitives.Max<double>(_spread), _normal.FirstStd);
    }

    /// <inheritdoc/>
    protected override void Save(StrategyState state) => _normal.Save(state);

    /// <inheritdoc/>
    protected override void Load(StrategyState state) => _normal.Load(state);

    /// <summary>Turns standard normal numbers into candidates.</summary>
    internal void Place(Span<double> noise)
    {
        WriteSpread(_spread);
        Rows.Spread(noise, _normal.Mean, _spread);
    }

    private void WriteSpread(Span<double> spread)
    {
        double extra = Round(_options.ExtraVariance.At(Iterations));
        OptionCheck.Require(extra >= 0, nameof(_options.ExtraVariance), extra, "at least 0 at every generation");
        double[] stds = _normal.Stds;
        for (int i = 0; i < spread.Length; i++)
            spread[i] = extra == 0 ? stds[i] : Round(Math.Sqrt(Round(Round(stds[i] * stds[i]) + extra)));
    }

    private void FitMean(in ToldGeneration generation, ReadOnlySpan<int> elites)
    {
        double[] mean = _normal.Mean;
        mean.AsSpan().Clear();
        foreach (int index in elites)
        {
            ReadOnlySpan<double> elite = generation[index];
            for (int i = 0; i < Dimension; i++)
                mean[i] = Round(mean[i] + Round(elite[i]));
        }

        for (int i = 0; i < Dimension; i++)
            mean[i] = Round(mean[i] / elites.Length);
    }

    private void FitStandardDeviations(in ToldGeneration generation, ReadOnlySpan<int> elites)
    {
        (double[] mean, double[] stds) = (_normal.Mean, _normal.Stds);
        _spread.AsSpan().Clear();
        foreach (int index in elites)
        {
            ReadOnlySpan<double> elite = generation[index];
            for (int i = 0; i < Dimension; i++)
            {
                double off = Round(Round(elite[i]) - mean[i]);
                _spread[i] = Round(_spread[i] + Round(off * off));
            }
        }

        for (int i = 0; i < Dimension; i++)
        {
            double fitted = Round(Math.Sqrt(Round(_spread[i] / elites.Length)));
            stds[i] = Math.Max(_options.MinStd, Round(_options.Smoothing * stds[i]) + Round((1 - _options.Smoothing) * fitted));
        }
    }

    // A double operation on two floats, rounded to float, is the float operation.
    private double Round(double value) => _options.SinglePrecision ? (float)value : value;
}
