namespace L2L;

/// <summary>The chains of simulated annealing and parallel tempering.</summary>
internal sealed class AnnealingChains(int count)
{
    private double[][]? _points;
    private double[] _fitness = [.. Enumerable.Repeat(double.NegativeInfinity, count)];

    public double[][]? Points => _points;

    public double[] Fitness => _fitness;

    /// <summary>One candidate for each chain: a normal step whose size falls with the temperature.</summary>
    public IReadOnlyList<Candidate> Step(SearchProblem problem, double size, Func<int, double> temperature, RandomStream random, Draws draw)
    {
        var candidates = new List<Candidate>(count);
        double[][] points = _points ?? [.. Enumerable.Range(0, count).Select(_ => problem.CreatePoint(random))];
        for (int i = 0; i < count; i++)
        {
            double scale = size * temperature(i);
            candidates.Add(new Candidate([.. points[i].Select(x => x + draw.Normal() * scale)]));
        }

        return candidates;
    }

    public void Accept(IReadOnlyList<Trial> trials, Func<int, double> temperature, Draws draw)
    {
        _points ??= new double[count][];
        for (int i = 0; i < count; i++)
        {
            double uniform = draw.Uniform();
            if (!Cooling.Accepts(trials[i].Sum, _fitness[i], temperature(i), uniform))
                continue;
            _points[i] = trials[i].Point;
            _fitness[i] = trials[i].Sum;
        }
    }

    public void Save(OptimizerState state)
    {
        state.Set("fitness", (ReadOnlySpan<double>)_fitness);
        if (_points is not null)
            state.Set("points", _points);
    }

    public void Load(OptimizerState state)
    {
        _fitness = state.GetArray("fitness", count);
        _points = state.Contains("points") ? state.GetRows("points") : null;
    }
}
