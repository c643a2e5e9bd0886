using EvoGrad;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers searches by differentiable expectations.</summary>
public static class EvoGradServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="EvolutionGradientFactory"/> and its options. May be called more than once; only the configuration adds up.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets options of all searches; they are checked when the host starts or the first search is made.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEvoGrad(this IServiceCollection services, Action<EvolutionGradientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EvolutionGradientOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EvolutionGradientOptions>, EvolutionGradientOptionsValidator>());
        services.TryAddSingleton<EvolutionGradientFactory>();
        if (configure is not null)
            services.Configure(configure);
        return services;
    }
}
