using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>V-trace: targets for values, and advantages, from a trajectory that another policy gathered.</summary>
/// <remarks>
/// <b>Source:</b> Espeholt et al. (2018), "IMPALA: scalable distributed deep-RL with importance weighted actor-learner architectures".
/// </remarks>
public static class VTrace
{
    /// <summary>
    /// Computes the targets v_t = V_t + u_t, with u_t = min(ρ̄, ρ_t) δ_t + γ min(1, ρ_t) u_{t+1}, and the advantages
    /// min(ρ̄_pg, ρ_t) (r_t + γ v_{t+1} - V_t), where ρ_t is the ratio of the policies' probabilities.
    /// </summary>
    /// <param name="behaviorLogProbabilities">Logarithms of the probabilities that the gathering policy took the actions with [T].</param>
    /// <param name="targetLogProbabilities">The same for the policy that learns [T].</param>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="values">The values of the states that the rewards were gained from [T].</param>
    /// <param name="lastValue">The value of the state after the last reward.</param>
    /// <param name="reachedTerminal">Whether that state is terminal; a time limit or a cut does not make it so.</param>
    /// <param name="targets">Receives the targets [T].</param>
    /// <param name="advantages">Receives the advantages [T]; other memory than all else.</param>
    /// <param name="clipRho">The largest ratio ρ̄ that counts in the errors. Range: positive.</param>
    /// <param name="clipPolicyRho">The largest ratio ρ̄_pg that counts in the advantages. Range: positive.</param>
    /// <exception cref="ArgumentException">A factor is out of range, or the lengths differ.</exception>
    public static void Estimate(
        ReadOnlySpan<double> behaviorLogProbabilities,
        ReadOnlySpan<double> targetLogProbabilities,
        double gamma,
        ReadOnlySpan<double> rewards,
        ReadOnlySpan<double> values,
        double lastValue,
        bool reachedTerminal,
        Span<double> targets,
        Span<double> advantages,
        double clipRho = 1,
        double clipPolicyRho = 1)
    {
        EstimatorArguments.CheckFactor(gamma);
        if (!(clipRho > 0))
            throw new ArgumentOutOfRangeException(nameof(clipRho), clipRho, "The largest ratio must be positive.");
        if (!(clipPolicyRho > 0))
            throw new ArgumentOutOfRangeException(nameof(clipPolicyRho), clipPolicyRho, "The largest ratio must be positive.");
        EstimatorArguments.CheckLength(rewards.Length, behaviorLogProbabilities.Length, nameof(behaviorLogProbabilities));
        EstimatorArguments.CheckLength(rewards.Length, targetLogProbabilities.Length, nameof(targetLogProbabilities));
        EstimatorArguments.CheckLength(rewards.Length, values.Length, nameof(values));
        EstimatorArguments.CheckLength(rewards.Length, targets.Length, nameof(targets));
        EstimatorArguments.CheckLength(rewards.Length, advantages.Length, nameof(advantages));

        // The ratios wait in the advantages' memory until the backward pass replaces them.
        TensorPrimitives.Subtract(targetLogProbabilities, behaviorLogProbabilities, advantages);
        TensorPrimitives.Exp<double>(advantages, advantages);
        double nextValue = reachedTerminal ? 0 : lastValue;
        double nextTarget = nextValue;
        double correction = 0;
        for (int t = rewards.Length - 1; t >= 0; t--)
        {
            double ratio = advantages[t];
            double value = values[t];
            double reward = rewards[t];
            double error = Math.Min(clipRho, ratio) * (reward + gamma * nextValue - value);
            correction = error + gamma * Math.Min(1, ratio) * correction;
            advantages[t] = Math.Min(clipPolicyRho, ratio) * (reward + gamma * nextTarget - value);
            targets[t] = nextTarget = value + correction;
            nextValue = value;
        }
    }
}
