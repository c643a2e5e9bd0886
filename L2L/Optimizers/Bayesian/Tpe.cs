namespace L2L;

/// <summary>
/// The tree-structured Parzen estimator: one density of the good observations and one of the others; of some draws from the first, the one
/// with the largest ratio is evaluated. Parameters that are not there do not count. Needs bounds.
/// </summary>
/// <remarks><b>Source:</b> Bergstra et al. (2011), "Algorithms for hyper-parameter optimization"; Falkner et al. (2018), "BOHB", for the kernels over all coordinates together.</remarks>
public sealed class Tpe : SteadyStateOptimizer<TpeOptions>
{
    private readonly Observations _observations = new();
    private readonly UnitCube _cube;
    private readonly int[] _choices;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches: a bounded space.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The space is not bounded.</exception>
    public Tpe(SearchProblem problem, TpeOptions? options = null)
        : base("tpe", problem, options ?? new TpeOptions())
    {
        _cube = new UnitCube(problem.Space, Name);
        _choices = [.. problem.Space.Parameters.SelectMany(static p => Enumerable.Repeat((p as CategoryParameter)?.Choices.Count ?? 0, p.Width))];
    }

    /// <inheritdoc/>
    protected override Candidate? ProposeOne(IReadOnlyList<Candidate> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        if (_observations.Count + running.Count < Options.Startup || _observations.Count < 2)
            return new Candidate(Problem.CreatePoint(Random));
        int[] order = Ranking.Descending([.. _observations.Values]);
        int goodCount = Math.Clamp((int)Math.Ceiling(Options.GoodFraction * order.Length), 1, Math.Min(Options.MaxGood, order.Length - 1));
        var good = new ParzenEstimator([.. order.Take(goodCount).Select(i => _observations.Points[i])], _choices);
        // What is still being evaluated counts as not good, so that the next proposal lies elsewhere.
        var other = new ParzenEstimator([.. order.Skip(goodCount).Select(i => _observations.Points[i]), .. running.Select(c => _cube.ToUnit(c.Point))], _choices);
        double[]? best = null;
        double bestRatio = double.NegativeInfinity;
        for (int k = 0; k < Options.Candidates; k++)
        {
            double[] sample = good.Sample(Random);
            bool[] counts = Counting(sample);
            double ratio = good.LogDensity(sample, counts) - other.LogDensity(sample, counts);
            if (best is null || ratio > bestRatio)
                (best, bestRatio) = (sample, ratio);
        }

        return new Candidate(_cube.FromUnit(best!));
    }

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _observations.Add(_cube.ToUnit(trial.Point), trial.Sum);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        base.Save(state);
        _observations.Save(state);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        base.Load(state);
        _observations.Load(state);
    }

    private bool[] Counting(double[] sample)
    {
        var counts = new bool[sample.Length];
        Array.Fill(counts, true);
        if (!Problem.Space.HasConditions)
            return counts;
        bool[] active = Problem.Space.ActiveParameters(_cube.FromUnit(sample));
        for (int p = 0; p < active.Length; p++)
            counts.AsSpan(Problem.Space.OffsetOf(p), Problem.Space.Parameters[p].Width).Fill(active[p]);
        return counts;
    }
}
