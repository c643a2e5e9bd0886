using System.Diagnostics.CodeAnalysis;
using Lagom.Rl;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers environments for reinforcement learning.</summary>
public static class RlBuilderExtensions
{
    /// <summary>Adds <see cref="EnvironmentRegistry"/> with all environments of this package, and <see cref="ExperimentRunner"/>. May be called more than once.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddRl(this LagomBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(static services =>
        {
            var registry = new EnvironmentRegistry(services.GetService<ILogger<EnvironmentRegistry>>());
            foreach (EnvironmentRegistration registration in services.GetServices<EnvironmentRegistration>())
                registry.Add(registration.Spec, () => registration.Create(services));
            return registry;
        });
        builder.Services.TryAddSingleton(static services =>
            new ExperimentRunner(services.GetService<ILogger<ExperimentRunner>>(), services.GetService<TimeProvider>()));
        return builder;
    }

    /// <summary>
    /// Registers an environment of the user's, once; one registered under the same id before stays. Its constructor may take services; one is made for
    /// every call of <see cref="EnvironmentRegistry.Make"/>.
    /// </summary>
    /// <typeparam name="TEnvironment">The environment.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="id">What the registry finds it by, such as "Mine-v0".</param>
    /// <param name="maxEpisodeSteps">After how many steps an episode is cut; null for never.</param>
    /// <param name="rewardThreshold">The mean return from which the task counts as solved; null where there is none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <remarks>An id of this package's own environments is an error when the registry is made.</remarks>
    public static LagomBuilder AddEnvironment<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEnvironment>(
        this LagomBuilder builder, string id, int? maxEpisodeSteps = null, double? rewardThreshold = null)
        where TEnvironment : class, IEnvironment
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        builder.AddRl();
        bool isKnown = builder.Services.Any(service => service.ServiceType == typeof(EnvironmentRegistration) &&
            ((EnvironmentRegistration)service.ImplementationInstance!).Spec.Id.Equals(id, StringComparison.Ordinal));
        if (!isKnown)
        {
            builder.Services.AddSingleton(new EnvironmentRegistration(
                new EnvironmentSpec(id) { MaxEpisodeSteps = maxEpisodeSteps, RewardThreshold = rewardThreshold },
                static services => ActivatorUtilities.CreateInstance<TEnvironment>(services)));
        }

        return builder;
    }

    /// <summary>Registers an experiment of the user's, once. Its constructor may take services. It is found as the keyed service <see cref="IExperiment"/> of its name.</summary>
    /// <typeparam name="TExperiment">The experiment.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Its name; one registered under the same name before stays.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static LagomBuilder AddExperiment<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TExperiment>(
        this LagomBuilder builder, string name)
        where TExperiment : class, IExperiment
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.AddRl();
        builder.Services.TryAddKeyedSingleton<IExperiment, TExperiment>(name);
        return builder;
    }
}
