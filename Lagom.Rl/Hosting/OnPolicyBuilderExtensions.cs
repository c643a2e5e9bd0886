using Lagom.Rl;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers on-policy algorithms.</summary>
public static class OnPolicyBuilderExtensions
{
    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Ppo"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="PpoOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddPpo(this LagomBuilder builder, PpoOptions? options = null) =>
        builder.AddAlgorithm(options, PpoOptions.For, chosen => chosen.Environments, (environments, chosen) => new Ppo(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="A2c"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="A2cOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddA2c(this LagomBuilder builder, A2cOptions? options = null) =>
        builder.AddAlgorithm(options, A2cOptions.For, chosen => chosen.Environments, (environments, chosen) => new A2c(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Vpg"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="VpgOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddVpg(this LagomBuilder builder, VpgOptions? options = null) =>
        builder.AddAlgorithm(options, VpgOptions.For, chosen => chosen.Environments, (environments, chosen) => new Vpg(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Impala"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="ImpalaOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddImpala(this LagomBuilder builder, ImpalaOptions? options = null) =>
        builder.AddAlgorithm(options, ImpalaOptions.For, chosen => chosen.Environments, (environments, chosen) => new Impala(environments, chosen));
}
