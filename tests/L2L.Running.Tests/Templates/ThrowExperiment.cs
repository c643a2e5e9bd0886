namespace L2L.Running.Tests.Templates;

public static class ThrowExperiment
{
    public static async Task<ExperimentResult> RunAsync(string folder)
    {
        var optimizee = new ThrowOptimizee(target: 30);
        var problem = SearchProblem.Of(optimizee, FitnessWeights.Minimize);
        var optimizer = new HillClimbing(problem, new HillClimbingOptions { Generations = 40, Seed = 1 });
        ExperimentResult result = await RecordedExperiment.RunAsync(folder, optimizee, optimizer, new ExperimentOptions { Seed = 1 });
        TrajectoryReport.Write(result.Trajectory, Path.Combine(folder, "report.html"));
        return result;
    }
}
