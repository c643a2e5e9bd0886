namespace L2L;

/// <summary>
/// The tree-structured Parzen estimator: for each coordinate one density of the good observations and one of the others; of some draws from
/// the first, the one with the largest ratio is taken. Only observations in which the parameter is there count. Needs bounds.
/// </summary>
/// <remarks><b>Source:</b> Bergstra et al. (2011), "Algorithms for hyper-parameter optimization".</remarks>
public sealed class Tpe : SteadyStateOptimizer<TpeOptions>
{
    private readonly Observations _observations = new();
    private readonly UnitCube _cube;
    private readonly int[] _choices;
    private readonly List<bool[]> _there = [];

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
        int[] good = order[..goodCount];
        int[] others = order[goodCount..];
        // What is still being evaluated counts as not good, so that the next proposal lies elsewhere.
        double[][] underWay = [.. running.Select(c => _cube.ToUnit(c.Point))];
        bool[][] thereUnderWay = [.. underWay.Select(There)];
        var unit = new double[_choices.Length];
        for (int i = 0; i < unit.Length; i++)
        {
            int at = i;
            IEnumerable<double> poor = others.Where(o => _there[o][at]).Select(o => _observations.Points[o][at]);
            unit[i] = Likeliest(
                new ParzenEstimator(good.Where(o => _there[o][at]).Select(o => _observations.Points[o][at]), _choices[i]),
                new ParzenEstimator(poor.Concat(underWay.Where((_, k) => thereUnderWay[k][at]).Select(u => u[at])), _choices[i]));
        }

        return new Candidate(_cube.FromUnit(unit));
    }

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        double[] unit = _cube.ToUnit(trial.Point);
        _observations.Add(unit, trial.Sum);
        _there.Add(There(unit));
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
        _there.Clear();
        _there.AddRange(_observations.Points.Select(There));
    }

    private double Likeliest(ParzenEstimator good, ParzenEstimator other)
    {
        double best = good.Sample(Random);
        double bestRatio = good.Density(best) / other.Density(best);
        for (int k = 1; k < Options.Candidates; k++)
        {
            double sample = good.Sample(Random);
            double ratio = good.Density(sample) / other.Density(sample);
            if (ratio > bestRatio)
                (best, bestRatio) = (sample, ratio);
        }

        return best;
    }

    // Which coordinates belong to parameters that are there.
    private bool[] There(double[] unit)
    {
        var there = new bool[unit.Length];
        Array.Fill(there, true);
        if (!Problem.Space.HasConditions)
            return there;
        bool[] active = Problem.Space.ActiveParameters(_cube.FromUnit(unit));
        for (int p = 0; p < active.Length; p++)
            there.AsSpan(Problem.Space.OffsetOf(p), Problem.Space.Parameters[p].Width).Fill(active[p]);
        return there;
    }
}
