using System.Globalization;

namespace L2LExperiments.Runs;

/// <summary>What the command line asks for.</summary>
internal sealed record RunSettings
{
    public string Optimizer { get; init; } = "cross-entropy";

    public string Optimizee { get; init; } = "rastrigin";

    public long Generations { get; init; } = 50;

    public long? Population { get; init; }

    public long Seed { get; init; } = 1;

    public IReadOnlyDictionary<string, string> OptimizerSettings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> OptimizeeSettings { get; init; } = new Dictionary<string, string>();

    public string Folder { get; init; } = "";

    public string Evaluator { get; init; } = "in-process";

    public int Workers { get; init; } = Environment.ProcessorCount;

    public double? TimeLimit { get; init; }

    public int Retries { get; init; }

    public bool KeepGoing { get; init; }

    public bool SteadyState { get; init; }

    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>The optimizer's settings with the common ones among them.</summary>
    public IReadOnlyDictionary<string, string> AllOptimizerSettings(OptimizerEntry optimizer)
    {
        var settings = new Dictionary<string, string>(OptimizerSettings, StringComparer.OrdinalIgnoreCase);
        settings.TryAdd("generations", Generations.ToString(CultureInfo.InvariantCulture));
        settings.TryAdd("seed", Seed.ToString(CultureInfo.InvariantCulture));
        if (Population is { } population)
            settings[PopulationOption(optimizer)] = population.ToString(CultureInfo.InvariantCulture);
        return settings;
    }

    private static string PopulationOption(OptimizerEntry optimizer) =>
        optimizer.Options.FirstOrDefault(option => option is "PopulationSize" or "ParallelRuns" or "MaxPopulationSize")
        ?? throw new ArgumentException($"--population cannot be given: the size of {optimizer.Name}'s population follows from its other settings.");
}
