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
        new AlgorithmEntry<DqnOptions>("dqn", "deep Q-learning", _ => new DqnOptions(), (batch, options) => new Dqn(Choices(batch, "dqn"), options)) { StepsFor = StepsOffPolicy },
        new AlgorithmEntry<DdpgOptions>("ddpg", "deep deterministic policy gradient", _ => new DdpgOptions(), (batch, options) => new Ddpg(Rows(batch, "ddpg"), options)) { StepsFor = StepsOffPolicy },
        new AlgorithmEntry<Td3Options>("td3", "twin delayed DDPG", _ => new Td3Options(), (batch, options) => new Td3(Rows(batch, "td3"), options)) { StepsFor = StepsOffPolicy },
        new AlgorithmEntry<SacOptions>("sac", "soft actor-critic", _ => new SacOptions(), (batch, options) => new Sac(Rows(batch, "sac"), options)) { StepsFor = StepsOffPolicy },
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    public static AlgorithmEntry Get(string name) =>
        All.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException($"There is no algorithm '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    private static long StepsOffPolicy(string environmentId) => environmentId switch
    {
        "Pendulum-v1" => 20_000,
        "MountainCarContinuous-v0" => 50_000,
        _ => 100_000,
    };

    private static IEnvironmentBatch<int> Choices(IEnvironmentBatch batch, string name) => batch as IEnvironmentBatch<int>
        ?? throw new ArgumentException($"{name} takes choices; this environment takes actions of {batch.ActionSpace}.");

    private static IEnvironmentBatch<float> Rows(IEnvironmentBatch batch, string name) => batch as IEnvironmentBatch<float>
        ?? throw new ArgumentException($"{name} takes rows of numbers; this environment takes actions of {batch.ActionSpace}.");
}
