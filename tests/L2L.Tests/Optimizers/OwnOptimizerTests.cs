namespace L2L.Tests.Optimizers;

/// <summary>An optimizer of a user.</summary>
public sealed class OwnOptimizerTests
{
    [Test]
    public void HillClimb_ByName_FindsTheMinimum()
    {
        OptimizerEntry entry = OptimizerCatalog.Entry<HillClimbOptions>("hill-climb", "up the hill", (problem, options) => new HillClimb(problem, options));
        entry.Options.Should().Contain("Step");
        IOptimizer optimizer = entry.Create(Quick.Problem(), new Dictionary<string, string> { ["step"] = "0.02", ["generations"] = "400" });
        Quick.Run(optimizer, "Rosenbrock2d").BestWeighted.Should().BeGreaterThan(-0.05);
        IOptimizer second = entry.Create(Quick.Problem(), new Dictionary<string, string>());
        second.LoadState(optimizer.SaveState());
        second.StopReason.Should().Be(StopReason.Generations);
    }
}

public sealed record HillClimbOptions : OptimizerOptions
{
    public double Step { get; init; } = 0.1;
}

public sealed class HillClimb(SearchProblem problem, HillClimbOptions options) : Optimizer<HillClimbOptions>("hill-climb", problem, options)
{
    private double[]? _point;

    protected override IReadOnlyList<Candidate> Propose()
    {
        double[] from = _point ?? Problem.CreatePoint(Random);
        return [.. Enumerable.Range(0, 8).Select(_ => new Candidate([.. from.Select(x => x + Options.Step * Random.NextNormal())]))];
    }

    protected override void Learn(IReadOnlyList<Trial> trials) => _point = trials.MaxBy(trial => trial.Sum)!.Point;

    protected override void Save(OptimizerState state) => state.Set("point", (ReadOnlySpan<double>)_point);

    protected override void Load(OptimizerState state) => _point = state.GetArray("point") is { Length: > 0 } point ? point : null;
}
