namespace Lagom.Rl;

/// <summary>Vanilla policy gradient: one gradient step per rollout, with values that learn the bootstrapped returns.</summary>
/// <remarks><b>Source:</b> Sutton, McAllester, Singh and Mansour (2000), "Policy gradient methods for reinforcement learning with function approximation".</remarks>
public sealed class Vpg : PolicyGradientAlgorithm
{
    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public Vpg(IEnvironmentBatch environments, VpgOptions? options = null)
        : base("vpg", environments, options ?? new VpgOptions())
    {
    }

    private protected override void Learn()
    {
        // The bootstrapped returns are values plus the advantages of weight 1.
        Rollout.EstimateAdvantages(Options.Gamma, 1);
        RolloutBuffer rollout = Rollout;
        BatchedEstimators.GeneralizedAdvantage(
            Options.Gamma, Options.GaeLambda, rollout.Rewards, rollout.Values, rollout.FinalValues, rollout.Terminated, rollout.Truncated, rollout.Environments, rollout.Advantages);
        Step();
    }
}
