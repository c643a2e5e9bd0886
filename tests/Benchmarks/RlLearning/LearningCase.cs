namespace Benchmarks.RlLearning;

/// <summary>An algorithm that learns an environment from its defaults.</summary>
/// <param name="Algorithm">The algorithm's name.</param>
/// <param name="Environment">The environment's id.</param>
/// <param name="Steps">How many environment steps each seed has.</param>
/// <param name="Target">The mean return over the evaluation episodes from which a seed counts as solved.</param>
/// <param name="Wanted">How many of ten seeds are to solve it; null where that is only reported.</param>
internal sealed record LearningCase(string Algorithm, string Environment, long Steps, double Target, int? Wanted = null)
{
    public string Name => $"{Algorithm}-{Environment}";

    public static IReadOnlyList<LearningCase> All { get; } =
    [
        new("ppo", "CartPole-v1", 150_000, 475, 9),
        new("dqn", "CartPole-v1", 100_000, 475, 9),
        new("a2c", "CartPole-v1", 300_000, 475, 9),
        new("vpg", "CartPole-v1", 300_000, 475),
        new("impala", "CartPole-v1", 300_000, 475),
        new("ppo", "Pendulum-v1", 300_000, -200, 8),
        new("sac", "Pendulum-v1", 20_000, -200, 8),
        new("td3", "Pendulum-v1", 20_000, -200, 8),
        new("ddpg", "Pendulum-v1", 30_000, -200, 6),
        new("sac", "MountainCarContinuous-v0", 50_000, 90),
        new("td3", "MountainCarContinuous-v0", 50_000, 90),
        new("ppo", "Acrobot-v1", 300_000, -100),
        new("dqn", "Acrobot-v1", 100_000, -100),
    ];
}
