using ExpUtils;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers experiments and their results.</summary>
public static class ExpUtilsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IExperimentSource"/> over the project's folder, and <see cref="IResultStores"/> with the stores <c>sqlite</c> (one database per
    /// experiment) and <c>folders</c> (a folder per run, for shared file systems). May be called more than once; only the configuration adds up.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets options; they are checked when the host starts or they are first used.</param>
    /// <returns>A builder that adds stores of one's own.</returns>
    public static ExpUtilsBuilder AddExpUtils(this IServiceCollection services, Action<ExpUtilsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.All(service => service.ServiceType != typeof(IResultStores)))
            services.AddOptions<ExpUtilsOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExpUtilsOptions>, ExpUtilsOptionsValidator>());
        services.TryAddSingleton<IExperimentSource, FolderExperimentSource>();
        services.TryAddSingleton<IResultStores, ResultStores>();
        if (configure is not null)
            services.Configure(configure);
        return new ExpUtilsBuilder(services)
            .AddResultStore("sqlite", static (_, experiment) => SqliteResultStore.Open(experiment))
            .AddResultStore("folders", static (_, experiment) => FolderResultStore.Of(experiment));
    }
}
