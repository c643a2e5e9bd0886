using Microsoft.Extensions.DependencyInjection;

namespace L2LExperiments.Output;

/// <summary>Lists what can be run.</summary>
internal static class Catalog
{
    public static void Write(IServiceProvider services, TextWriter output)
    {
        output.WriteLine("Optimizers (options for --set):");
        foreach (OptimizerEntry entry in services.GetRequiredService<IOptimizerFactory>().All)
            output.WriteLine($"  {entry.Name,-28} {entry.Summary}\n{"",-31}{string.Join(", ", entry.Options)}");
        output.WriteLine("Optimizees (settings for --with):");
        foreach (OptimizeeEntry entry in services.GetRequiredService<IOptimizeeFactory>().All)
            output.WriteLine($"  {entry.Name,-28} {entry.Summary}{(entry.Options.Count == 0 ? "" : $" ({string.Join(", ", entry.Options)})")}");
    }
}
