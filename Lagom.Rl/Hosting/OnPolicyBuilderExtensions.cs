using Lagom.Rl;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers on-policy algorithms.</summary>
public static class OnPolicyBuilderExtensions
{
    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Ppo"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="PpoOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddPpo(this LagomBuilder builder, PpoOptions? options = null) => Add(builder, (registry, environment) =>
    {
        PpoOptions chosen = options ?? PpoOptions.For(environment);
        return new Ppo(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="A2c"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="A2cOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddA2c(this LagomBuilder builder, A2cOptions? options = null) => Add(builder, (registry, environment) =>
    {
        A2cOptions chosen = options ?? A2cOptions.For(environment);
        return new A2c(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Vpg"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="VpgOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddVpg(this LagomBuilder builder, VpgOptions? options = null) => Add(builder, (registry, environment) =>
    {
        VpgOptions chosen = options ?? VpgOptions.For(environment);
        return new Vpg(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Impala"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="ImpalaOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddImpala(this LagomBuilder builder, ImpalaOptions? options = null) => Add(builder, (registry, environment) =>
    {
        ImpalaOptions chosen = options ?? ImpalaOptions.For(environment);
        return new Impala(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    internal static LagomBuilder Add<TAlgorithm>(LagomBuilder builder, Func<EnvironmentRegistry, string, TAlgorithm> create)
        where TAlgorithm : class, IAlgorithm
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRl();
        builder.Services.TryAddSingleton(services =>
        {
            var registry = services.GetRequiredService<EnvironmentRegistry>();
            return new AlgorithmFactory<TAlgorithm>(environment => create(registry, environment));
        });
        return builder;
    }
}
