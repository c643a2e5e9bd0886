namespace L2L;

/// <summary>Separable natural evolution strategies: mean and deviations of a normal distribution follow the natural gradient of the fitness.</summary>
/// <remarks><b>Source:</b> Wierstra et al. (2014), "Natural evolution strategies", algorithm 6.</remarks>
public sealed class NaturalEvolutionStrategies : Optimizer<NaturalEvolutionStrategiesOptions>
{
    private readonly double _deviationRate;
    private readonly int _size;
    private double[]? _mean;
    private double[] _deviation;
    private double[] _proposedMean = [];
    private double[][] _samples = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public NaturalEvolutionStrategies(SearchProblem problem, NaturalEvolutionStrategiesOptions? options = null)
        : base("natural-evolution-strategies", problem, options ?? new NaturalEvolutionStrategiesOptions())
    {
        int d = problem.Dimension;
        _deviationRate = Options.DeviationLearningRate ?? DefaultDeviationRate(d);
        _size = Options.PopulationSize ?? DefaultPopulationSize(d);
        _mean = Options.Mean is null ? null : Broadcast.To(Options.Mean, d, nameof(NaturalEvolutionStrategiesOptions.Mean));
        _deviation = Broadcast.To(Options.Deviation, d, nameof(NaturalEvolutionStrategiesOptions.Deviation));
    }

    internal double[]? Mean => _mean;

    internal double[] Deviation => _deviation;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        _proposedMean = _mean ?? Problem.CreatePoint(Random);
        double[][] drawn = [.. Enumerable.Range(0, _size).Select(_ => Draw.Normals(_proposedMean.Length))];
        _samples = Options.MirroredSampling ? [.. drawn, .. drawn.Select(static s => Array.ConvertAll(s, static x => -x))] : drawn;
        return [.. _samples.Select(s => new Candidate([.. s.Select((x, i) => _proposedMean[i] + _deviation[i] * x)]))];
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        Note("mu", _proposedMean);
        Note("sigma", _deviation);
        (_mean, _deviation) = Update(
            _proposedMean, _deviation, _samples, [.. trials.Select(static t => t.Sum)], Options.FitnessShaping, Options.MeanLearningRate, _deviationRate);
    }

    internal static double DefaultDeviationRate(int dimension) => (3 + Math.Log(dimension)) / (5 * Math.Sqrt(dimension));

    internal static int DefaultPopulationSize(int dimension) => 4 + (int)(3 * Math.Log(dimension));

    internal static (double[] Mean, double[] Deviation) Update(
        double[] mean, double[] deviation, double[][] samples, double[] fitness, bool shaping, double meanRate, double deviationRate)
    {
        int[] order = Ranking.Descending(fitness);
        double[] utilities = Ranking.Utilities(order.Length);
        var nextMean = new double[mean.Length];
        var nextDeviation = new double[mean.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            double meanGradient = 0, deviationGradient = 0;
            for (int k = 0; k < order.Length; k++)
            {
                double worth = shaping ? utilities[k] : fitness[order[k]];
                double s = samples[order[k]][i];
                meanGradient += worth * s;
                deviationGradient += worth * (s * s - 1);
            }

            nextMean[i] = mean[i] + meanRate * deviation[i] * meanGradient;
            nextDeviation[i] = deviation[i] * Math.Exp(0.5 * deviationRate * deviationGradient);
        }

        return (nextMean, nextDeviation);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_mean is not null)
            state.Set("mean", (ReadOnlySpan<double>)_mean);
        state.Set("deviation", (ReadOnlySpan<double>)_deviation);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _mean = state.Contains("mean") ? state.GetArray("mean", Problem.Dimension) : null;
        _deviation = state.GetArray("deviation", Problem.Dimension);
    }
}
