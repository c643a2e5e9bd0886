using ExpUtils;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds experiment sources, result stores and, by extension methods, schedulers to a host.</summary>
public sealed class ExpUtilsBuilder
{
    internal ExpUtilsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Finds experiments in another way than in the project's folder.</summary>
    /// <typeparam name="TSource">The source.</typeparam>
    /// <returns>This builder.</returns>
    public ExpUtilsBuilder UseExperimentSource<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IExperimentSource
    {
        Services.Replace(ServiceDescriptor.Singleton<IExperimentSource, TSource>());
        return this;
    }

    /// <summary>Registers a store, once; one registered under the same name before stays.</summary>
    /// <param name="name">What <see cref="IResultStores"/> finds it by, and <see cref="ExpUtilsOptions.Store"/> names; case does not matter.</param>
    /// <param name="open">Opens the store of an experiment.</param>
    /// <returns>This builder.</returns>
    public ExpUtilsBuilder AddResultStore(string name, Func<IServiceProvider, ExperimentDescription, IResultStore> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(open);
        bool isKnown = Services.Any(service => service.ServiceType == typeof(ResultStoreRegistration) &&
            ((ResultStoreRegistration)service.ImplementationInstance!).Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (!isKnown)
            Services.AddSingleton(new ResultStoreRegistration(name, open));
        return this;
    }
}
