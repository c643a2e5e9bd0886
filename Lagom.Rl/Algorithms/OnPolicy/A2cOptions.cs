namespace Lagom.Rl;

/// <summary>Options of <see cref="A2c"/>.</summary>
public sealed record A2cOptions : OnPolicyOptions
{
    /// <summary>Makes the defaults: short rollouts of many copies.</summary>
    public A2cOptions()
    {
        Environments = 8;
        RolloutSteps = 5;
        LearningRate = 7e-4;
        GaeLambda = 1;
        EntropyCoefficient = 0;
        NormalizeAdvantages = false;
    }

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    public static A2cOptions For(string environment) => environment switch
    {
        "CartPole-v1" => new A2cOptions
        {
            TotalSteps = 300_000, RolloutSteps = 16, LearningRate = 2e-3, GaeLambda = 0.95, NormalizeAdvantages = true, NormalizeObservations = true, NormalizeRewards = true,
        },
        _ => new A2cOptions(),
    };
}
