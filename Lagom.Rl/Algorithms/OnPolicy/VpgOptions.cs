namespace Lagom.Rl;

/// <summary>Options of <see cref="Vpg"/>; the defaults are lagom's, with <see cref="OnPolicyOptions.RecurrentUnits"/> its LSTM form.</summary>
public sealed record VpgOptions : OnPolicyOptions
{
    /// <summary>Makes the defaults: one copy, a step per thousand steps.</summary>
    public VpgOptions()
    {
        Environments = 1;
        RolloutSteps = 1000;
        LearningRate = 1e-3;
        Gamma = 0.995;
        GaeLambda = 0.98;
        AnnealLearningRate = false;
        InitialStandardDeviation = 0.5;
    }

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    public static VpgOptions For(string environment) => environment switch
    {
        "CartPole-v1" => new VpgOptions
        {
            Environments = 8, TotalSteps = 300_000, RolloutSteps = 32, LearningRate = 3e-3, Gamma = 0.99, AnnealLearningRate = true, NormalizeObservations = true, NormalizeRewards = true,
        },
        _ => new VpgOptions(),
    };
}
