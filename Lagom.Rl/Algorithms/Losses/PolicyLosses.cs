using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Losses of policies and values over a batch, with their derivatives by log-probabilities and values: all means over the batch.</summary>
public static class PolicyLosses
{
    /// <summary>Proximal policy optimisation: the mean of -min(ratio · A, clamp(ratio, 1 - c, 1 + c) · A).</summary>
    /// <param name="logProbabilities">Of the actions under the policy that learns [batch].</param>
    /// <param name="oldLogProbabilities">Of the same actions under the policy that gathered them [batch].</param>
    /// <param name="advantages">The advantages [batch].</param>
    /// <param name="clipRange">How far the ratio counts on either side of 1. Range: positive.</param>
    /// <param name="gradients">Receives the derivatives by the log-probabilities [batch].</param>
    /// <exception cref="ArgumentException">The lengths differ, or the range is not positive.</exception>
    /// <remarks><b>Source:</b> Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal policy optimization algorithms".</remarks>
    public static SurrogateLoss ClippedSurrogate(
        ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> oldLogProbabilities, ReadOnlySpan<float> advantages, double clipRange, Span<float> gradients)
    {
        int count = logProbabilities.Length;
        CheckLength(count, oldLogProbabilities.Length, nameof(oldLogProbabilities));
        CheckLength(count, advantages.Length, nameof(advantages));
        CheckLength(count, gradients.Length, nameof(gradients));
        CheckRange(clipRange);
        float low = (float)(1 - clipRange), high = (float)(1 + clipRange), share = 1f / count;
        double loss = 0, difference = 0, divergence = 0;
        int clipped = 0;
        for (int i = 0; i < count; i++)
        {
            float logRatio = logProbabilities[i] - oldLogProbabilities[i];
            float ratio = MathF.Exp(logRatio);
            float advantage = advantages[i];
            float plain = ratio * advantage;
            float bounded = Math.Clamp(ratio, low, high) * advantage;
            bool isOutside = ratio < low || ratio > high;
            // Where both are the same, PyTorch's minimum shares the derivative between them; inside the range they are one term.
            gradients[i] = plain <= bounded ? -plain * share : 0;
            loss -= Math.Min(plain, bounded);
            clipped += isOutside ? 1 : 0;
            difference -= logRatio;
            divergence += ratio - 1 - logRatio;
        }

        return new SurrogateLoss(loss / count, clipped / (double)count, difference / count, divergence / count);
    }

    /// <summary>The policy gradient: the mean of -log π(a|s) · A.</summary>
    /// <param name="logProbabilities">Of the actions [batch].</param>
    /// <param name="advantages">The advantages [batch].</param>
    /// <param name="gradients">Receives the derivatives by the log-probabilities [batch].</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks><b>Source:</b> Williams (1992), "Simple statistical gradient-following algorithms for connectionist reinforcement learning".</remarks>
    public static double PolicyGradient(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> advantages, Span<float> gradients)
    {
        int count = logProbabilities.Length;
        CheckLength(count, advantages.Length, nameof(advantages));
        CheckLength(count, gradients.Length, nameof(gradients));
        TensorPrimitives.Multiply(advantages, -1f / count, gradients);
        return -TensorPrimitives.Dot(logProbabilities, advantages) / count;
    }

    /// <summary>The mean of (V - Q)².</summary>
    /// <param name="values">The values V that learn [batch].</param>
    /// <param name="targets">The targets Q [batch].</param>
    /// <param name="gradients">Receives the derivatives by the values [batch].</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double SquaredValue(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, Span<float> gradients)
    {
        int count = values.Length;
        CheckLength(count, targets.Length, nameof(targets));
        CheckLength(count, gradients.Length, nameof(gradients));
        TensorPrimitives.Subtract(values, targets, gradients);
        double loss = TensorPrimitives.SumOfSquares<float>(gradients) / (double)count;
        TensorPrimitives.Multiply(gradients, 2f / count, gradients);
        return loss;
    }

    /// <summary>The mean of the larger of (V - Q)² and (Vc - Q)², where Vc is V kept within a range of the old value.</summary>
    /// <param name="values">The values V that learn [batch].</param>
    /// <param name="oldValues">The values when the batch was gathered [batch].</param>
    /// <param name="targets">The targets Q [batch].</param>
    /// <param name="clipRange">How far V counts on either side of the old value. Range: positive.</param>
    /// <param name="gradients">Receives the derivatives by the values [batch].</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the range is not positive.</exception>
    public static double ClippedValue(
        ReadOnlySpan<float> values, ReadOnlySpan<float> oldValues, ReadOnlySpan<float> targets, double clipRange, Span<float> gradients)
    {
        int count = values.Length;
        CheckLength(count, oldValues.Length, nameof(oldValues));
        CheckLength(count, targets.Length, nameof(targets));
        CheckLength(count, gradients.Length, nameof(gradients));
        CheckRange(clipRange);
        float range = (float)clipRange, factor = 2f / count;
        double loss = 0;
        for (int i = 0; i < count; i++)
        {
            float distance = values[i] - oldValues[i];
            float plain = values[i] - targets[i];
            float bounded = oldValues[i] + Math.Clamp(distance, -range, range) - targets[i];
            bool isPlain = plain * plain >= bounded * bounded;
            float error = isPlain ? plain : bounded;
            // Beyond the range the bounded value does not move with V.
            gradients[i] = isPlain || MathF.Abs(distance) <= range ? factor * error : 0;
            loss += error * error;
        }

        return loss / count;
    }

    /// <summary>Shifts advantages to mean 0 and divides them by their sample standard deviation.</summary>
    /// <param name="advantages">The advantages, at least two; replaced.</param>
    /// <param name="epsilon">Added to the standard deviation. Range: at least 0.</param>
    public static void Standardize(Span<float> advantages, double epsilon = 1e-8)
    {
        if (advantages.Length < 2)
            throw new ArgumentException("A standard deviation needs at least two advantages.", nameof(advantages));
        if (!(epsilon >= 0))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "What is added must not be negative.");
        float mean = TensorPrimitives.Sum<float>(advantages) / advantages.Length;
        TensorPrimitives.Subtract(advantages, mean, advantages);
        double deviation = Math.Sqrt(TensorPrimitives.SumOfSquares<float>(advantages) / (double)(advantages.Length - 1));
        TensorPrimitives.Multiply(advantages, (float)(1 / (deviation + epsilon)), advantages);
    }

    private static void CheckLength(int expected, int length, string name)
    {
        if (length != expected)
            throw new ArgumentException($"{name} has {length} elements; the batch has {expected}.", name);
    }

    private static void CheckRange(double clipRange)
    {
        if (!(clipRange > 0))
            throw new ArgumentOutOfRangeException(nameof(clipRange), clipRange, "The range must be positive.");
    }
}
