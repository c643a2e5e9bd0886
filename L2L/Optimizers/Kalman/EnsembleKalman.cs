namespace L2L;

/// <summary>
/// The ensemble Kalman filter as an optimizer: the fitness is the model's output, and the ensemble moves so that it comes near an observation.
/// </summary>
/// <remarks><b>Source:</b> Iglesias, Law and Stuart (2013), "Ensemble Kalman methods for inverse problems".</remarks>
public sealed class EnsembleKalman : Optimizer<EnsembleKalmanOptions>
{
    private readonly double[] _observation;
    private readonly double[][] _noise;
    private double[][]? _ensemble;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public EnsembleKalman(SearchProblem problem, EnsembleKalmanOptions? options = null)
        : base("ensemble-kalman", problem, options ?? new EnsembleKalmanOptions())
    {
        int outputs = problem.Weights.Length;
        OptionCheck.Require(Options.Observation.Count == 1 || Options.Observation.Count == outputs, "Observation.Count", Options.Observation.Count, $"1 or {outputs}, one for each number of the fitness");
        _observation = Options.Observation.Count == 1 ? [.. Enumerable.Repeat(Options.Observation[0], outputs)] : [.. Options.Observation];
        _noise = SmallMatrix.Zeros(outputs, outputs);
        for (int i = 0; i < outputs; i++)
            _noise[i][i] = Options.Gamma > 0 ? Options.Gamma : 1;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose() =>
        [.. (_ensemble ?? Enumerable.Range(0, Options.PopulationSize).Select(_ => Problem.CreatePoint(Random))).Select(static point => new Candidate([.. point]))];

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        double[][][] outputs = [.. trials.Select(static t => Array.ConvertAll(t.Evaluation.Fitness.ToArray(), static f => new[] { f }))];
        _ensemble = KalmanUpdate.Of([.. trials.Select(static t => t.Point)], [_observation], outputs, _noise, Options.InnerIterations);
        if (Options.Replace)
            ReplaceWorst(trials);
        foreach (double[] member in _ensemble)
            Problem.Bound(member);
        Note("ensemble_mean", Moments.Mean(_ensemble));
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_ensemble is not null)
            state.Set("ensemble", _ensemble);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _ensemble = state.Contains("ensemble") ? state.GetRows("ensemble") : null;
    }

    private void ReplaceWorst(IReadOnlyList<Trial> trials)
    {
        int[] order = Ranking.Descending([.. trials.Select(static t => t.Sum)]);
        int best = Math.Max(1, (int)(Options.BestFraction * order.Length));
        int worst = Math.Min((int)(Options.WorstFraction * order.Length), order.Length - best);
        double[][] models = [.. order.Take(best).Select(i => trials[i].Point)];
        double[] mean = Moments.Mean(models);
        double[][]? root = Options.Method == ReplacementMethod.Gaussian ? MatrixRoot.Of(Moments.Covariance(models, mean)) : null;
        foreach (int member in order.TakeLast(worst))
        {
            _ensemble![member] = root is not null
                ? MatrixRoot.Draw(mean, root, Random)
                : [.. models[Pick(best)].Select(x => x + Options.NoiseMean + Options.NoiseDeviation * Random.NextNormal())];
        }
    }

    private int Pick(int count)
    {
        if (Options.Method == ReplacementMethod.Random)
            return Random.NextInt32(count);
        int at = 0;
        while (at + 1 < count && Random.NextDouble() >= Options.PickProbability)
            at++;
        return at;
    }
}
