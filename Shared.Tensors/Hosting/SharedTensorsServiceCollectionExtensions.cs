using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Shared.Tensors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the settings and services that the SDK's packages share.</summary>
public static class SharedTensorsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="TensorOptions"/> and <see cref="RandomStreamFactory"/>. Safe to call more than once: each call adds its configuration,
    /// and what is registered already stays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; runs after the configuration of earlier calls.</param>
    /// <returns>The services.</returns>
    /// <remarks>
    /// The options are validated when a host starts, or at their first use where there is none. Options out of range give an
    /// <see cref="OptionsValidationException"/> with all that is wrong.
    /// </remarks>
    public static IServiceCollection AddTensors(this IServiceCollection services, Action<TensorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<TensorOptions> options = services.AddOptions<TensorOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TensorOptions>, TensorOptionsValidator>());
        services.TryAddSingleton(provider => new RandomStreamFactory(provider.GetRequiredService<IOptions<TensorOptions>>().Value.Seed));
        return services;
    }
}
