namespace L2L;

/// <summary>Evolution strategies: a centre moves along the perturbations that made its fitness better, by their ranks or their fitness.</summary>
/// <remarks><b>Source:</b> Salimans et al. (2017), "Evolution strategies as a scalable alternative to reinforcement learning".</remarks>
public sealed class EvolutionStrategies : Optimizer<EvolutionStrategiesOptions>
{
    private readonly double[] _deviation;
    private double[]? _centre;
    private double[][] _perturbations = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public EvolutionStrategies(SearchProblem problem, EvolutionStrategiesOptions? options = null)
        : base("evolution-strategies", problem, options ?? new EvolutionStrategiesOptions())
    {
        _deviation = Broadcast.To(Options.NoiseDeviation, problem.Dimension, nameof(EvolutionStrategiesOptions.NoiseDeviation));
    }

    internal double[]? Centre => _centre;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        double[] centre = _centre ?? Problem.CreatePoint(Random);
        int count = Options.PopulationSize;
        _perturbations = new double[Options.MirroredSampling ? 2 * count : count][];
        for (int k = 0; k < count; k++)
        {
            _perturbations[k] = Draw.Normals(centre.Length);
            for (int i = 0; i < centre.Length; i++)
                _perturbations[k][i] *= _deviation[i];
            if (Options.MirroredSampling)
                _perturbations[count + k] = Array.ConvertAll(_perturbations[k], static x => -x);
        }

        return [.. _perturbations.Append(new double[centre.Length]).Select(e => new Candidate([.. centre.Zip(e, static (x, step) => x + step)]))];
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        Trial[] sampled = [.. trials.SkipLast(1)];
        NoteFitness(sampled);
        Note("current_individual_fitness", trials[^1].Sum);
        double[] centre = [.. trials[^1].Point];
        int[] order = Ranking.Descending([.. sampled.Select(static t => t.Sum)]);
        double[] utilities = Ranking.Utilities(order.Length);
        for (int k = 0; k < order.Length; k++)
        {
            double worth = Options.FitnessShaping ? utilities[k] : sampled[order[k]].Sum;
            for (int i = 0; i < centre.Length; i++)
                centre[i] += Options.LearningRate * worth * _perturbations[order[k]][i] / (order.Length * _deviation[i] * _deviation[i]);
        }

        Problem.Bound(centre);
        _centre = centre;
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_centre is not null)
            state.Set("centre", (ReadOnlySpan<double>)_centre);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _centre = state.Contains("centre") ? state.GetArray("centre", Problem.Dimension) : null;
    }
}
