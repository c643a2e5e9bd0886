namespace L2L;

/// <summary>
/// Gradient ascent of the weighted fitness: the gradient is estimated from random neighbours of a centre by least squares, and the centre
/// moves by one of the <see cref="GradientRule"/>s.
/// </summary>
/// <remarks><b>Source:</b> Kingma and Ba (2015), "Adam"; Tieleman and Hinton (2012), RMSProp; the L2L framework's finite-difference estimate.</remarks>
public sealed class GradientDescent : Optimizer<GradientDescentOptions>
{
    private readonly GradientSteps _steps;
    private double[]? _centre;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public GradientDescent(SearchProblem problem, GradientDescentOptions? options = null)
        : base("gradient-descent", problem, options ?? new GradientDescentOptions()) => _steps = new GradientSteps(Options, problem.Dimension);

    internal double[]? Centre => _centre;

    internal GradientSteps Steps => _steps;

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        double[] centre = _centre ?? Problem.CreatePoint(Random);
        var candidates = new List<Candidate>(Options.RandomSteps + 1);
        for (int k = 0; k < Options.RandomSteps; k++)
            candidates.Add(new Candidate([.. centre.Select(x => x + Options.ExplorationStep * Draw.Normal())]));
        candidates.Add(new Candidate([.. centre]));
        return candidates;
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        Trial centre = trials[^1];
        NoteFitness(trials);
        Note("current_fitness", centre.Sum);
        double[][] dx = [.. trials.SkipLast(1).Select(t => t.Point.Zip(centre.Point, static (x, c) => x - c).ToArray())];
        double[] gradient = LeastSquaresGradient.Of(dx, [.. trials.SkipLast(1).Select(t => t.Sum - centre.Sum)]);
        Note("gradient", gradient);
        double[] next = [.. centre.Point];
        if (GoesOn(trials))
        {
            _steps.Apply(next, gradient, Generation + 1, Draw);
            Problem.Bound(next);
        }

        _centre = next;
    }

    /// <inheritdoc/>
    protected override bool ReachesStopFitness(IReadOnlyList<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return trials[^1].Sum >= Options.StopFitness;
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_centre is not null)
            state.Set("centre", (ReadOnlySpan<double>)_centre);
        state.Set("first", (ReadOnlySpan<double>)_steps.First);
        state.Set("second", (ReadOnlySpan<double>)_steps.Second);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _centre = state.Contains("centre") ? state.GetArray("centre", Problem.Dimension) : null;
        _steps.First = state.GetArray("first", Problem.Dimension);
        _steps.Second = state.GetArray("second", Problem.Dimension);
    }
}
