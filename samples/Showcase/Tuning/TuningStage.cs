using System.Globalization;
using L2L;
using Microsoft.Extensions.Logging;

namespace Showcase.Tuning;

/// <summary>Searches hyper-parameters with an optimizer of L2L; recorded, and resumed where it was ended.</summary>
internal sealed class TuningStage(IOptimizerFactory optimizers, EmulatedSearch search, ShowcaseSettings settings, StateFolder folder, ILogger<TuningStage> logger)
{
    /// <summary>What is shown while it runs.</summary>
    public const string Name = "L2L tunes";

    /// <summary>Runs the search.</summary>
    public async Task RunAsync(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        IOptimizer optimizer = optimizers.Create("cma-es", SearchProblem.Of(search, FitnessWeights.Maximize), new Dictionary<string, string>
        {
            ["generations"] = settings.TuningGenerations.ToString(CultureInfo.InvariantCulture),
            ["population-size"] = settings.TuningPopulation.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["start-in-the-middle"] = "true",
        });
        await RecordedExperiment.RunAsync(
            folder["tuning"], search, optimizer,
            new ExperimentOptions { Seed = settings.Seed, Evaluator = new ParallelEvaluator(1), Logger = logger },
            progress: new Progress(this, progress), cancellationToken: cancellationToken);
    }

    private ShowcaseSettings Settings => settings;

    private int Count(int generation, bool emulated) => search.Calls.Count(call => call.Generation == generation && call.IsEmulated == emulated);

    private sealed class Progress(TuningStage stage, Action<RunProgress> show) : IProgress<GenerationReport>
    {
        public void Report(GenerationReport value)
        {
            int exact = stage.Count(value.Generation, emulated: false);
            int emulated = stage.Count(value.Generation, emulated: true);
            show(new RunProgress(
                Name, value.Generation + 1, stage.Settings.TuningGenerations,
                string.Create(CultureInfo.InvariantCulture, $"best {value.BestWeighted:F0}, {exact} exact and {emulated} emulated")));
        }
    }
}
