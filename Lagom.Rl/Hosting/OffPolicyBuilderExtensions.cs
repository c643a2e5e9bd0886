using Lagom.Rl;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers off-policy algorithms.</summary>
public static class OffPolicyBuilderExtensions
{
    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Dqn"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="DqnOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddDqn(this LagomBuilder builder, DqnOptions? options = null) =>
        builder.AddAlgorithm(options, DqnOptions.For, chosen => chosen.Environments, (environments, chosen) => new Dqn(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Ddpg"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="DdpgOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddDdpg(this LagomBuilder builder, DdpgOptions? options = null) =>
        builder.AddAlgorithm(options, DdpgOptions.For, chosen => chosen.Environments, (environments, chosen) => new Ddpg(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Td3"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="Td3Options.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddTd3(this LagomBuilder builder, Td3Options? options = null) =>
        builder.AddAlgorithm(options, Td3Options.For, chosen => chosen.Environments, (environments, chosen) => new Td3(environments, chosen));

    /// <summary>Adds <see cref="AlgorithmFactory{TAlgorithm}"/> of <see cref="Sac"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <see cref="SacOptions.For"/> of each environment.</param>
    /// <returns>The builder.</returns>
    public static LagomBuilder AddSac(this LagomBuilder builder, SacOptions? options = null) =>
        builder.AddAlgorithm(options, SacOptions.For, chosen => chosen.Environments, (environments, chosen) => new Sac(environments, chosen));
}
