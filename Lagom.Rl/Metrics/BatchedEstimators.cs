namespace Lagom.Rl;

/// <summary>
/// Advantage estimators over many environments at once: arrays are [T, N], row-major, a row for each step of N environments, and episodes
/// may end anywhere. After a terminated step there is no value; after a truncated one the value is that of the episode's final observation.
/// </summary>
public static class BatchedEstimators
{
    /// <summary>Generalised advantage estimation: A_t = δ_t + γλ A_{t+1} within an episode.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="lambda">The weight λ of later errors. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T, N].</param>
    /// <param name="values">The values of the states that the actions were taken in, and as a last row those of the states that the last step led to [T + 1, N].</param>
    /// <param name="finalValues">The values of final observations [T, N]; read where a step is truncated and not terminated.</param>
    /// <param name="terminated">Whether the task ended with the step [T, N].</param>
    /// <param name="truncated">Whether the episode was cut after the step [T, N].</param>
    /// <param name="environments">The number N of environments. Range: at least 1.</param>
    /// <param name="advantages">Receives the advantages [T, N].</param>
    /// <exception cref="ArgumentException">A factor is out of range, or the lengths do not fit.</exception>
    /// <remarks><b>Source:</b> Schulman, Moritz, Levine, Jordan and Abbeel (2016), "High-dimensional continuous control using generalized advantage estimation".</remarks>
    public static void GeneralizedAdvantage(
        double gamma,
        double lambda,
        ReadOnlySpan<float> rewards,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> finalValues,
        ReadOnlySpan<bool> terminated,
        ReadOnlySpan<bool> truncated,
        int environments,
        Span<float> advantages)
    {
        EstimatorArguments.CheckFactor(gamma);
        EstimatorArguments.CheckFactor(lambda);
        Check(rewards, values, finalValues, terminated, truncated, environments);
        EstimatorArguments.CheckLength(rewards.Length, advantages.Length, nameof(advantages));
        float discount = (float)gamma;
        float decay = (float)(gamma * lambda);
        for (int i = rewards.Length - 1; i >= 0; i--)
        {
            // The next row's advantage is already there; it counts where the episode goes on.
            int next = i + environments;
            float nextValue = values[next];
            float later = next < advantages.Length ? advantages[next] : 0;
            if (terminated[i] | truncated[i])
            {
                nextValue = terminated[i] ? 0 : finalValues[i];
                later = 0;
            }

            advantages[i] = rewards[i] + discount * nextValue - values[i] + decay * later;
        }
    }

    /// <summary>V-trace: targets of values and advantages of a policy that another one gathered the steps for.</summary>
    /// <param name="behaviorLogProbabilities">Logarithms of the probabilities that the gathering policy took the actions with [T, N].</param>
    /// <param name="targetLogProbabilities">The same for the policy that learns [T, N].</param>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T, N].</param>
    /// <param name="values">The values of the states that the actions were taken in, and as a last row those of the states that the last step led to [T + 1, N].</param>
    /// <param name="finalValues">The values of final observations [T, N]; read where a step is truncated and not terminated.</param>
    /// <param name="terminated">Whether the task ended with the step [T, N].</param>
    /// <param name="truncated">Whether the episode was cut after the step [T, N].</param>
    /// <param name="environments">The number N of environments. Range: at least 1.</param>
    /// <param name="targets">Receives the targets [T, N].</param>
    /// <param name="advantages">Receives the advantages [T, N].</param>
    /// <param name="clipRho">The largest ratio that counts in the errors. Range: positive.</param>
    /// <param name="clipPolicyRho">The largest ratio that counts in the advantages. Range: positive.</param>
    /// <param name="clipC">The largest ratio that later errors are passed on with. Range: positive.</param>
    /// <param name="lambda">The weight λ of later errors. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">A factor is out of range, or the lengths do not fit.</exception>
    /// <remarks><b>Source:</b> Espeholt et al. (2018), "IMPALA: scalable distributed deep-RL with importance weighted actor-learner architectures".</remarks>
    public static void VTrace(
        ReadOnlySpan<float> behaviorLogProbabilities,
        ReadOnlySpan<float> targetLogProbabilities,
        double gamma,
        ReadOnlySpan<float> rewards,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> finalValues,
        ReadOnlySpan<bool> terminated,
        ReadOnlySpan<bool> truncated,
        int environments,
        Span<float> targets,
        Span<float> advantages,
        double clipRho = 1,
        double clipPolicyRho = 1,
        double clipC = 1,
        double lambda = 1)
    {
        EstimatorArguments.CheckFactor(gamma);
        EstimatorArguments.CheckFactor(lambda);
        CheckRatio(clipRho, nameof(clipRho));
        CheckRatio(clipPolicyRho, nameof(clipPolicyRho));
        CheckRatio(clipC, nameof(clipC));
        Check(rewards, values, finalValues, terminated, truncated, environments);
        EstimatorArguments.CheckLength(rewards.Length, behaviorLogProbabilities.Length, nameof(behaviorLogProbabilities));
        EstimatorArguments.CheckLength(rewards.Length, targetLogProbabilities.Length, nameof(targetLogProbabilities));
        EstimatorArguments.CheckLength(rewards.Length, targets.Length, nameof(targets));
        EstimatorArguments.CheckLength(rewards.Length, advantages.Length, nameof(advantages));
        float discount = (float)gamma;
        for (int i = rewards.Length - 1; i >= 0; i--)
        {
            int next = i + environments;
            float nextValue = values[next];
            float nextTarget = next < targets.Length ? targets[next] : nextValue;
            if (terminated[i] | truncated[i])
                nextTarget = nextValue = terminated[i] ? 0 : finalValues[i];
            double ratio = Math.Exp(targetLogProbabilities[i] - behaviorLogProbabilities[i]);
            float error = (float)Math.Min(clipRho, ratio) * (rewards[i] + discount * nextValue - values[i]);
            float passed = discount * (float)(lambda * Math.Min(clipC, ratio));
            targets[i] = values[i] + error + passed * (nextTarget - nextValue);
            advantages[i] = (float)Math.Min(clipPolicyRho, ratio) * (rewards[i] + discount * nextTarget - values[i]);
        }
    }

    private static void CheckRatio(double ratio, string name)
    {
        if (!(ratio > 0))
            throw new ArgumentOutOfRangeException(name, ratio, "The largest ratio must be positive.");
    }

    private static void Check(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> values, ReadOnlySpan<float> finalValues, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated, int environments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(environments, 1);
        if (rewards.Length % environments != 0)
            throw new ArgumentException($"There are {rewards.Length} rewards; {environments} environments need a multiple of it.", nameof(rewards));
        EstimatorArguments.CheckLength(rewards.Length, values.Length - environments, nameof(values) + " without its last row");
        EstimatorArguments.CheckLength(rewards.Length, finalValues.Length, nameof(finalValues));
        EstimatorArguments.CheckLength(rewards.Length, terminated.Length, nameof(terminated));
        EstimatorArguments.CheckLength(rewards.Length, truncated.Length, nameof(truncated));
    }
}
