using Lagom.Rl;

namespace LagomExperiment;

/// <summary>What is tried: methods and learning rates on one environment.</summary>
internal static class Sweep
{
    public static readonly IReadOnlyList<string> Environments = ["CliffWalking-v1", "FrozenLake-v1", "FrozenLake8x8-v1", "Taxi-v3"];

    public static IReadOnlyList<Configuration> Configurations(string environment, long episodes) => new ConfigSpace
    {
        ["environment"] = environment,
        ["method"] = ConfigGrid.Of("q-learning", "sarsa", "expected-sarsa"),
        ["rate"] = ConfigGrid.Of(0.1, 0.5),
        ["exploration"] = 0.1,
        ["discount"] = ConfigCondition.Of(c => c.Text("environment").StartsWith("FrozenLake", StringComparison.Ordinal) ? 0.99 : 1.0),
        ["episodes"] = episodes,
    }.Expand();
}
