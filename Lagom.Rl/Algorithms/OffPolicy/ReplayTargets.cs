using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>What action values are taught, from rewards and the values of what came next. All spans have one number for each transition.</summary>
public static class ReplayTargets
{
    /// <summary>r + discount · Q: the targets of Q-learning and of DDPG.</summary>
    /// <param name="rewards">The rewards.</param>
    /// <param name="discounts">What the next values count: γ, or γⁿ after n steps, 0 where the episode terminated.</param>
    /// <param name="nextValues">The values of the next observations.</param>
    /// <param name="targets">Receives the targets; may be <paramref name="nextValues"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Source:</b> Lillicrap et al. (2016), "Continuous control with deep reinforcement learning".</remarks>
    public static void OneStep(ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues, Span<float> targets)
    {
        TensorPrimitives.MultiplyAdd(discounts, nextValues, rewards, targets);
    }

    /// <summary>r + discount · min(Q₁, Q₂): the targets of TD3.</summary>
    /// <param name="rewards">The rewards.</param>
    /// <param name="discounts">What the next values count.</param>
    /// <param name="nextValues1">The first critic's values of the next observations.</param>
    /// <param name="nextValues2">The second critic's.</param>
    /// <param name="targets">Receives the targets.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Source:</b> Fujimoto, van Hoof and Meger (2018), "Addressing function approximation error in actor-critic methods".</remarks>
    public static void Twin(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues1, ReadOnlySpan<float> nextValues2, Span<float> targets)
    {
        TensorPrimitives.Min(nextValues1, nextValues2, targets);
        OneStep(rewards, discounts, targets, targets);
    }

    /// <summary>r + discount · (min(Q₁, Q₂) - α ln π): the targets of SAC.</summary>
    /// <param name="rewards">The rewards.</param>
    /// <param name="discounts">What the next values count.</param>
    /// <param name="nextValues1">The first critic's values of the next observations.</param>
    /// <param name="nextValues2">The second critic's.</param>
    /// <param name="nextLogProbabilities">ln π of the next actions.</param>
    /// <param name="temperature">α, what a nat of entropy is worth.</param>
    /// <param name="targets">Receives the targets.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Source:</b> Haarnoja et al. (2018), "Soft actor-critic algorithms and applications".</remarks>
    public static void Soft(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues1, ReadOnlySpan<float> nextValues2,
        ReadOnlySpan<float> nextLogProbabilities, double temperature, Span<float> targets)
    {
        TensorPrimitives.Min(nextValues1, nextValues2, targets);
        TensorPrimitives.MultiplyAdd(nextLogProbabilities, (float)-temperature, targets, targets);
        OneStep(rewards, discounts, targets, targets);
    }

    /// <summary>
    /// Adds noise, cut at a limit, to the target policy's actions, and keeps them in their range: TD3's target policy smoothing.
    /// </summary>
    /// <param name="actions">The actions, of any number; changed in place.</param>
    /// <param name="noise">The noise; changed in place.</param>
    /// <param name="noiseClip">The limit of the noise, either way.</param>
    /// <param name="low">The smallest action.</param>
    /// <param name="high">The largest action.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Smooth(Span<float> actions, Span<float> noise, float noiseClip, float low = -1, float high = 1)
    {
        TensorPrimitives.Clamp<float>(noise, -noiseClip, noiseClip, noise);
        TensorPrimitives.Add<float>(actions, noise, actions);
        TensorPrimitives.Clamp<float>(actions, low, high, actions);
    }

    /// <summary>Moves target parameters a little toward the learnt ones: t ← polyak · t + (1 - polyak) · p.</summary>
    /// <param name="learnt">The learnt parameters.</param>
    /// <param name="target">The target's; changed in place.</param>
    /// <param name="polyak">How much of the target stays. Range: 0 to 1.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Follow(ReadOnlySpan<float> learnt, Span<float> target, double polyak)
    {
        if (learnt.Length != target.Length)
            throw new ArgumentException($"There are {learnt.Length} learnt parameters and {target.Length} of the target.", nameof(target));
        float kept = (float)polyak, taken = (float)(1 - polyak);
        ReadOnlySpan<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(learnt);
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (int i = 0; i < from.Length && i < to.Length; i++)
            to[i] = to[i] * kept + from[i] * taken;
        for (int i = from.Length * Vector<float>.Count; i < learnt.Length; i++)
            target[i] = target[i] * kept + learnt[i] * taken;
    }
}
