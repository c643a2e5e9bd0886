using Lagom.Rl;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers off-policy algorithms.</summary>
public static class OffPolicyBuilderExtensions
{
    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Dqn"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="DqnOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddDqn(this LagomBuilder builder, DqnOptions? options = null) => OnPolicyBuilderExtensions.Add(builder, (registry, environment) =>
    {
        DqnOptions chosen = options ?? DqnOptions.For(environment);
        return new Dqn(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Ddpg"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="DdpgOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddDdpg(this LagomBuilder builder, DdpgOptions? options = null) => OnPolicyBuilderExtensions.Add(builder, (registry, environment) =>
    {
        DdpgOptions chosen = options ?? DdpgOptions.For(environment);
        return new Ddpg(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Td3"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="Td3Options.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddTd3(this LagomBuilder builder, Td3Options? options = null) => OnPolicyBuilderExtensions.Add(builder, (registry, environment) =>
    {
        Td3Options chosen = options ?? Td3Options.For(environment);
        return new Td3(registry.MakeBatch(environment, chosen.Environments), chosen);
    });

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Sac"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="SacOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddSac(this LagomBuilder builder, SacOptions? options = null) => OnPolicyBuilderExtensions.Add(builder, (registry, environment) =>
    {
        SacOptions chosen = options ?? SacOptions.For(environment);
        return new Sac(registry.MakeBatch(environment, chosen.Environments), chosen);
    });
}
