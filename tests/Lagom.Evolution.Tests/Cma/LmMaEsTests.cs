namespace Lagom.Evolution.Tests.Cma;

public sealed class LmMaEsTests
{
    [Test]
    public void Run_Sphere_ReachesTheTarget()
    {
        var strategy = new LmMaEs([.. Enumerable.Repeat(1.0, 200)], 0.3, new LmMaEsOptions { Seed = 1, Stop = new StopCriteria { TargetValue = 1e-9 } });
        Evolve.Run(strategy, Functions.Sphere).StopReasons.Should().Be(StopReasons.TargetReached);
        strategy.Evaluations.Should().BeLessThan(60_000);
    }

    [Test]
    public void Run_OneLongAxis_IsLearnt()
    {
        // A cigar turned so that no coordinate has it: what a diagonal cannot follow.
        Objective cigar = x =>
        {
            double along = 0;
            foreach (double value in x)
                along += value;
            along /= Math.Sqrt(x.Length);
            double square = Functions.Sphere(x);
            return along * along + 1e4 * (square - along * along);
        };
        double[] start = [.. Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? 3.0 : 1)];
        var stop = new StopCriteria { TargetValue = 1e-6, MaxEvaluations = 60_000 };
        EvolutionRun limited = Evolve.Run(new LmMaEs(start, 1, new LmMaEsOptions { Seed = 1, Stop = stop }), cigar);
        EvolutionRun diagonal = Evolve.Minimize(cigar, start, 1, new CmaEsOptions { Seed = 1, DiagonalIterations = long.MaxValue, Stop = stop });
        limited.StopReasons.Should().Be(StopReasons.TargetReached);
        limited.Result.Evaluations.Should().BeLessThan(diagonal.Result.Evaluations);
    }
}
