namespace L2L;

/// <summary>Grid search: all points of a grid in one generation. Parameters in ordinal order of their names, the last one fastest.</summary>
public sealed class GridSearch : Optimizer<GridSearchOptions>
{
    private readonly double[][] _coordinates;
    private readonly int _count;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="ArgumentException">The axes' names are not those of the parameters, an axis leaves the bounds, a parameter has no bounds, or there are too many points.</exception>
    public GridSearch(SearchProblem problem, GridSearchOptions? options = null)
        : base("grid-search", problem, options ?? new GridSearchOptions())
    {
        ParameterSpace space = problem.Space;
        CheckNames(space);
        _coordinates = [.. space.Parameters.SelectMany((parameter, i) => Enumerable.Range(0, parameter.Width).Select(element => Values(parameter, space, space.OffsetOf(i) + element)))];
        double count = _coordinates.Aggregate(1.0, static (product, values) => product * values.Length);
        OptionCheck.Require(count <= Options.MaxPoints, "The number of grid points", count, $"at most {Options.MaxPoints} (MaxPoints)");
        _count = (int)count;
    }

    /// <inheritdoc/>
    protected override int LastGeneration => 1;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        var seen = new HashSet<ParameterSet>();
        var candidates = new List<Candidate>(_count);
        for (int n = 0; n < _count; n++)
        {
            Candidate candidate = Bounded(new Candidate(Point(n)));
            // Points that differ only in parameters that are not there are the same.
            if (!Problem.Space.HasConditions || seen.Add(candidate.Parameters!))
                candidates.Add(candidate);
        }

        return candidates;
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        NoteFitness(trials);
        Stop(StopReason.Exhausted);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
    }

    private double[] Point(int number)
    {
        var point = new double[_coordinates.Length];
        for (int i = point.Length - 1; i >= 0; i--)
        {
            (number, int at) = Math.DivRem(number, _coordinates[i].Length);
            point[i] = _coordinates[i][at];
        }

        return point;
    }

    private double[] Values(Parameter parameter, ParameterSpace space, int coordinate)
    {
        if (parameter is CategoryParameter category)
            return [.. Enumerable.Range(0, category.Choices.Count).Select(static i => (double)i)];
        bool isLog = parameter is RealParameter { IsLog: true } or IntegerParameter { IsLog: true };
        GridAxis axis = Options.Axes?[parameter.Name] ?? Whole(parameter, space, coordinate);
        double lower = isLog ? Math.Log(axis.Lower) : axis.Lower;
        double upper = isLog ? Math.Log(axis.Upper) : axis.Upper;
        OptionCheck.Require(lower >= space.Lower[coordinate] - 1e-9 && upper <= space.Upper[coordinate] + 1e-9, $"Axes[{parameter.Name}]", axis, $"within the bounds of {parameter.Domain}");
        double[] values = [.. Enumerable.Range(0, axis.Steps + 1).Select(k => k == axis.Steps ? upper : lower + k * ((upper - lower) / axis.Steps))];
        return parameter is IntegerParameter ? [.. values.Select(x => isLog ? Math.Log(Math.Round(Math.Exp(x))) : Math.Round(x)).Distinct()] : values;
    }

    private GridAxis Whole(Parameter parameter, ParameterSpace space, int coordinate) => parameter switch
    {
        RealParameter real when double.IsFinite(real.Upper - real.Lower) => new GridAxis(real.Lower, real.Upper, Options.Steps),
        IntegerParameter integer => new GridAxis(integer.Lower, integer.Upper, (int)Math.Min(Options.Steps, Math.Max(1, integer.Upper - integer.Lower))),
        VectorParameter when double.IsFinite(space.Upper[coordinate] - space.Lower[coordinate]) => new GridAxis(space.Lower[coordinate], space.Upper[coordinate], Options.Steps),
        _ => throw new ArgumentException($"The parameter '{parameter.Name}' has no bounds; give its axis in Axes.", nameof(parameter)),
    };

    private void CheckNames(ParameterSpace space)
    {
        if (Options.Axes is null)
            return;
        string[] wanted = [.. space.Parameters.Where(static p => p is not CategoryParameter).Select(static p => p.Name)];
        string[] differing = [.. wanted.Except(Options.Axes.Keys, StringComparer.Ordinal), .. Options.Axes.Keys.Except(wanted, StringComparer.Ordinal)];
        if (differing.Length > 0)
            throw new ArgumentException($"The grid has axes for {string.Join(", ", Options.Axes.Keys)}; the parameters are {string.Join(", ", wanted)}. They differ in {string.Join(", ", differing)}.", nameof(space));
    }
}
