namespace L2LExperiments.Runs;

/// <summary>What one of the original's experiment scripts runs.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Optimizee">The optimizee.</param>
/// <param name="Generations">How many generations.</param>
/// <param name="Seed">The seed.</param>
/// <param name="OptimizerSettings">The optimizer's settings.</param>
/// <param name="OptimizeeSettings">The optimizee's settings.</param>
internal sealed record OriginalScript(
    string Optimizer, string Optimizee, long Generations, long Seed, IReadOnlyDictionary<string, string> OptimizerSettings, IReadOnlyDictionary<string, string> OptimizeeSettings);
