namespace Lagom.Rl;

/// <summary>Options of <see cref="Impala"/>.</summary>
public sealed record ImpalaOptions : OnPolicyOptions
{
    /// <summary>Makes the defaults.</summary>
    public ImpalaOptions()
    {
        Environments = 16;
        RolloutSteps = 16;
        LearningRate = 1e-3;
        GaeLambda = 1;
    }

    /// <summary>How many rollouts the actors gather with the same weights, while the learner goes on. Range: at least 1; 1 for none behind.</summary>
    public int ActorLag { get; init; } = 2;

    /// <summary>The largest ratio of probabilities that counts in the values' errors. Range: above 0.</summary>
    public double ClipRho { get; init; } = 1;

    /// <summary>The largest ratio of probabilities that counts in the policy's gradient. Range: above 0.</summary>
    public double ClipPolicyRho { get; init; } = 1;

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    public static ImpalaOptions For(string environment) => environment switch
    {
        "CartPole-v1" => new ImpalaOptions
        {
            TotalSteps = 300_000, LearningRate = 2e-3, GaeLambda = 0.95, EntropyCoefficient = 0, NormalizeObservations = true, NormalizeRewards = true,
        },
        _ => new ImpalaOptions(),
    };

    internal override void Validate(int environments)
    {
        base.Validate(environments);
        AtLeast(ActorLag, 1, nameof(ActorLag));
        Positive(ClipRho, nameof(ClipRho));
        Positive(ClipPolicyRho, nameof(ClipPolicyRho));
        if (RecurrentUnits > 0)
            throw new ArgumentOutOfRangeException(nameof(RecurrentUnits), RecurrentUnits, "The actors of this algorithm have no memory; RecurrentUnits must be 0.");
    }
}
