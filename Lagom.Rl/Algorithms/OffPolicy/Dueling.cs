using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Action values from an observation's value and the actions' advantages, rows of 1 + A numbers to rows of A, and back for gradients.</summary>
/// <remarks><b>Source:</b> Wang, Schaul, Hessel, van Hasselt, Lanctot and de Freitas (2016), "Dueling network architectures for deep reinforcement learning".</remarks>
internal static class Dueling
{
    /// <summary>Qᵢ = V + Aᵢ - mean A.</summary>
    public static void Values(ReadOnlySpan<float> outputs, Span<float> values)
    {
        ReadOnlySpan<float> advantages = outputs[1..];
        TensorPrimitives.Add(advantages, outputs[0] - TensorPrimitives.Sum(advantages) / advantages.Length, values);
    }

    /// <summary>The derivatives by V and Aᵢ from that by one Qᵢ.</summary>
    public static void Gradients(int action, float gradient, Span<float> outputs)
    {
        outputs[0] = gradient;
        outputs[1..].Fill(-gradient / (outputs.Length - 1));
        outputs[1 + action] += gradient;
    }
}
