using System.Globalization;
using L2L;

// FOLDER OPTIMIZER GENERATIONS MILLISECONDS EVALUATOR: runs or resumes the experiment in the folder.
string folder = args[0];
var optimizee = new NoisySphere(dimension: 3, TimeSpan.FromMilliseconds(int.Parse(args[3], CultureInfo.InvariantCulture)));
var settings = new Dictionary<string, string> { ["generations"] = args[2], ["population-size"] = Environment.GetEnvironmentVariable("L2L_POPULATION") ?? "20", ["seed"] = "5" };
IOptimizer optimizer = OptimizerCatalog.Create(args[1], SearchProblem.Of(optimizee, FitnessWeights.Minimize), settings);
IEvaluator evaluator = args[4] switch
{
    "processes" => new ProcessEvaluator(new ProcessEvaluatorOptions { Workers = 2, Limits = new EvaluationLimits { TimeLimit = TimeSpan.FromSeconds(2) } }),
    "slurm" => new SlurmEvaluator(new SlurmEvaluatorOptions
    {
        Folder = Path.Combine(folder, "slurm"),
        Tasks = 8,
        ShortestPause = TimeSpan.FromSeconds(0.3),
        LongestPause = TimeSpan.FromSeconds(2),
    }),
    _ => new ParallelEvaluator(2),
};
var options = new ExperimentOptions
{
    Seed = 11,
    Evaluator = evaluator,
    FailurePolicy = new WorstOfGeneration(),
};
ExperimentResult result = await RecordedExperiment.RunAsync(folder, optimizee, optimizer, options, progress: new Progress());
Console.WriteLine($"ended {result.BestFitness}");
return 0;

internal sealed class Progress : IProgress<GenerationReport>
{
    public void Report(GenerationReport value) => Console.WriteLine($"generation {value.Generation}");
}
