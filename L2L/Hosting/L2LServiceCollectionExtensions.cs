using L2L;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers L2L in a host.</summary>
public static class L2LServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IOptimizerFactory"/> and <see cref="IOptimizeeFactory"/> with all optimizers and optimizees of this package. May be
    /// called more than once.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder to add one's own.</returns>
    public static L2LBuilder AddL2L(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IOptimizerFactory, OptimizerFactory>();
        services.TryAddSingleton<IOptimizeeFactory, OptimizeeFactory>();
        var builder = new L2LBuilder(services);
        foreach (OptimizerEntry entry in OptimizerCatalog.All)
            builder.AddOptimizer(entry);
        foreach (OptimizeeEntry entry in OptimizeeCatalog.All)
            builder.AddOptimizee(entry);
        return builder;
    }
}
