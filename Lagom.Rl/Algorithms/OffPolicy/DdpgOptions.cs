namespace Lagom.Rl;

/// <summary>Options of <see cref="Ddpg"/>.</summary>
public sealed record DdpgOptions : DeterministicOptions
{
    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    public static DdpgOptions For(string environment) => environment switch
    {
        "Pendulum-v1" => new DdpgOptions
        {
            TotalSteps = 30_000, HiddenSizes = [64, 64], BatchSize = 128, LearningRate = 2e-3, PolicyLearningRate = 1e-3, Tau = 0.01,
            AnnealLearningRate = true,
        },
        _ => new DdpgOptions(),
    };
}
