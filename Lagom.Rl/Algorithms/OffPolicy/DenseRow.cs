using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>A dense layer for one row, faster than a call of a tensor library.</summary>
internal static class DenseRow
{
    /// <summary>y = b + x W, the positive part of it where asked.</summary>
    public static void Compute(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> output, bool isPositive)
    {
        biases.CopyTo(output);
        for (int i = 0; i < input.Length; i++)
        {
            // Half of what leaves a hidden layer is 0.
            if (input[i] != 0)
                TensorPrimitives.MultiplyAdd(weights.Slice(i * output.Length, output.Length), input[i], output, output);
        }

        if (isPositive)
            TensorPrimitives.Max(output, 0f, output);
    }
}
