using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The estimators of <see cref="BatchedEstimators"/> on tensors [T, N], or [T] for one environment. No gradients are recorded; results are 32-bit, on the device of the rewards.</summary>
public static class TensorEstimators
{
    /// <summary>Generalised advantage estimation.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="lambda">The weight λ of later errors. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T, N].</param>
    /// <param name="values">The values of the states that the actions were taken in [T, N].</param>
    /// <param name="lastValues">The values of the states that the last step led to [N], or one number for one environment.</param>
    /// <param name="terminated">Whether the task ended with the step, as booleans or numbers [T, N].</param>
    /// <param name="truncated">Whether the episode was cut after the step [T, N]; null for nowhere.</param>
    /// <param name="finalValues">The values of final observations [T, N], read where a step is truncated; null where none is.</param>
    /// <returns>The advantages [T, N].</returns>
    /// <exception cref="ArgumentException">A factor is out of range, or the sizes do not fit.</exception>
    public static Tensor GeneralizedAdvantage(
        double gamma, double lambda, Tensor rewards, Tensor values, Tensor lastValues, Tensor terminated, Tensor? truncated = null, Tensor? finalValues = null)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        float[] r = Numbers(rewards);
        var advantages = new float[r.Length];
        BatchedEstimators.GeneralizedAdvantage(
            gamma, lambda, r, Joined(values, lastValues), Optional(finalValues, truncated, r.Length), Flags(terminated, r.Length), Flags(truncated, r.Length),
            Environments(rewards), advantages);
        return Of(advantages, rewards);
    }

    /// <summary>V-trace.</summary>
    /// <param name="behaviorLogProbabilities">Logarithms of the probabilities that the gathering policy took the actions with [T, N].</param>
    /// <param name="targetLogProbabilities">The same for the policy that learns [T, N].</param>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T, N].</param>
    /// <param name="values">The values of the states that the actions were taken in [T, N].</param>
    /// <param name="lastValues">The values of the states that the last step led to [N], or one number for one environment.</param>
    /// <param name="terminated">Whether the task ended with the step, as booleans or numbers [T, N].</param>
    /// <param name="truncated">Whether the episode was cut after the step [T, N]; null for nowhere.</param>
    /// <param name="finalValues">The values of final observations [T, N], read where a step is truncated; null where none is.</param>
    /// <param name="clipRho">The largest ratio that counts in the errors. Range: positive.</param>
    /// <param name="clipPolicyRho">The largest ratio that counts in the advantages. Range: positive.</param>
    /// <returns>The targets of the values and the advantages [T, N].</returns>
    /// <exception cref="ArgumentException">A factor is out of range, or the sizes do not fit.</exception>
    public static (Tensor Targets, Tensor Advantages) VTrace(
        Tensor behaviorLogProbabilities,
        Tensor targetLogProbabilities,
        double gamma,
        Tensor rewards,
        Tensor values,
        Tensor lastValues,
        Tensor terminated,
        Tensor? truncated = null,
        Tensor? finalValues = null,
        double clipRho = 1,
        double clipPolicyRho = 1)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        float[] r = Numbers(rewards);
        var targets = new float[r.Length];
        var advantages = new float[r.Length];
        BatchedEstimators.VTrace(
            Numbers(behaviorLogProbabilities), Numbers(targetLogProbabilities), gamma, r, Joined(values, lastValues), Optional(finalValues, truncated, r.Length),
            Flags(terminated, r.Length), Flags(truncated, r.Length), Environments(rewards), targets, advantages, clipRho, clipPolicyRho);
        return (Of(targets, rewards), Of(advantages, rewards));
    }

    private static int Environments(Tensor rewards) => rewards.ndim switch
    {
        1 => 1,
        2 => (int)rewards.shape[1],
        _ => throw new ArgumentException($"The rewards have {rewards.ndim} dimensions; [T, N] or [T] is needed.", nameof(rewards)),
    };

    private static Tensor Of(float[] numbers, Tensor like) => tensor(numbers, like.shape, device: like.device);

    private static float[] Joined(Tensor values, Tensor lastValues) => [.. Numbers(values), .. Numbers(lastValues)];

    private static float[] Optional(Tensor? finalValues, Tensor? truncated, int count)
    {
        if (finalValues is not null)
            return Numbers(finalValues);
        if (Flags(truncated, count).AsSpan().Contains(true))
            throw new ArgumentException("Steps are truncated; the values of their final observations are needed.", nameof(finalValues));
        return new float[count];
    }

    private static bool[] Flags(Tensor? flags, int count) =>
        flags is null ? new bool[count] : Array.ConvertAll(Numbers(flags), static number => number != 0);

    private static float[] Numbers(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using DisposeScope scope = NewDisposeScope();
        return tensor.detach().type(ScalarType.Float32).ToArray<float>();
    }
}
