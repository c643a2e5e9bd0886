using System.Diagnostics.CodeAnalysis;
using Lagom.Evolution;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers evolution strategies.</summary>
public static class EvolutionBuilderExtensions
{
    /// <summary>Adds <see cref="IStrategyFactory"/> with all strategies of this package. May be called more than once.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddEvolution(this LagomBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IStrategyFactory, StrategyFactory>();
        foreach (StrategyRegistration registration in BuiltInStrategies.All)
            Add(builder, registration);
        return builder;
    }

    /// <summary>
    /// Registers a strategy of the user's, once; one registered under the same name before stays. The constructor may take a
    /// <see cref="StrategyRequest"/> and services.
    /// </summary>
    /// <typeparam name="TStrategy">The strategy.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">What <see cref="IStrategyFactory"/> finds it by; case does not matter.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddStrategy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStrategy>(
        this LagomBuilder builder, string name)
        where TStrategy : class, IEvolutionStrategy =>
        AddStrategy(builder, name, static (services, request) => ActivatorUtilities.CreateInstance<TStrategy>(services, request));

    /// <summary>Registers a strategy that a delegate makes, once; one registered under the same name before stays.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">What <see cref="IStrategyFactory"/> finds it by; case does not matter.</param>
    /// <param name="create">Makes the strategy.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddStrategy(
        this LagomBuilder builder, string name, Func<IServiceProvider, StrategyRequest, IEvolutionStrategy> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.TryAddSingleton<IStrategyFactory, StrategyFactory>();
        Add(builder, new StrategyRegistration(name, create));
        return builder;
    }

    private static void Add(LagomBuilder builder, StrategyRegistration registration)
    {
        bool isKnown = builder.Services.Any(service => service.ServiceType == typeof(StrategyRegistration) &&
            ((StrategyRegistration)service.ImplementationInstance!).Name.Equals(registration.Name, StringComparison.OrdinalIgnoreCase));
        if (!isKnown)
            builder.Services.AddSingleton(registration);
    }
}
