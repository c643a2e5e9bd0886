using Lagom.Rl;

namespace LagomHost.Algorithms;

/// <summary>The algorithms that can be named, a line each.</summary>
internal static class AlgorithmCatalog
{
    public static IReadOnlyList<AlgorithmEntry> All { get; } =
    [
        new AlgorithmEntry<PpoOptions>("ppo", "proximal policy optimisation", PpoOptions.For, (batch, options) => new Ppo(batch, options)),
        new AlgorithmEntry<A2cOptions>("a2c", "advantage actor-critic", A2cOptions.For, (batch, options) => new A2c(batch, options)),
        new AlgorithmEntry<VpgOptions>("vpg", "vanilla policy gradient", VpgOptions.For, (batch, options) => new Vpg(batch, options)),
        new AlgorithmEntry<ImpalaOptions>("impala", "actors that lag behind, corrected by V-trace", ImpalaOptions.For, (batch, options) => new Impala(batch, options)),
        new AlgorithmEntry<DqnOptions>("dqn", "deep Q-learning", DqnOptions.For, (batch, options) => new Dqn(batch, options)),
        new AlgorithmEntry<DdpgOptions>("ddpg", "deep deterministic policy gradient", DdpgOptions.For, (batch, options) => new Ddpg(batch, options)),
        new AlgorithmEntry<Td3Options>("td3", "twin delayed DDPG", Td3Options.For, (batch, options) => new Td3(batch, options)),
        new AlgorithmEntry<SacOptions>("sac", "soft actor-critic", SacOptions.For, (batch, options) => new Sac(batch, options)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    public static AlgorithmEntry Get(string name) =>
        All.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException($"There is no algorithm '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
}
