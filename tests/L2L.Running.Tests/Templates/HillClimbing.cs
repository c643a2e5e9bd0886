namespace L2L.Running.Tests.Templates;

public sealed record HillClimbingOptions : OptimizerOptions
{
    public int PopulationSize { get; init; } = 10;

    public double StepSize { get; init; } = 1;
}

/// <summary>Steps around the best point so far.</summary>
public sealed class HillClimbing : Optimizer<HillClimbingOptions>
{
    private double[] _centre;
    private double _fitness = double.NegativeInfinity;

    public HillClimbing(SearchProblem problem, HillClimbingOptions options)
        : base("hill-climbing", problem, options) => _centre = problem.CreatePoint(Random);

    protected override IReadOnlyList<Candidate> Propose() =>
        [.. Enumerable.Range(0, Options.PopulationSize).Select(_ => new Candidate(Array.ConvertAll(_centre, x => x + Options.StepSize * Random.NextNormal())))];

    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        Trial best = trials.MaxBy(trial => trial.Sum)!;
        if (best.Sum > _fitness)
            (_centre, _fitness) = (best.Point, best.Sum);
        Note("fitness", _fitness);
    }

    protected override void Save(OptimizerState state)
    {
        state.Set("centre", _centre.AsSpan());
        state.Set("fitness", _fitness);
    }

    protected override void Load(OptimizerState state)
    {
        _centre = state.GetArray("centre", Problem.Dimension);
        _fitness = state.GetDouble("fitness");
    }
}
