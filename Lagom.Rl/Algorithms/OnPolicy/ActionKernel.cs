namespace Lagom.Rl;

/// <summary>The arithmetic of a policy's distribution, row by row: from the network's outputs to actions, log-probabilities and derivatives.</summary>
internal abstract class ActionKernel
{
    /// <summary>How many numbers the network gives for a row.</summary>
    public abstract int Outputs { get; }

    /// <summary>How many numbers an action has; 1 for a choice.</summary>
    public abstract int ActionSize { get; }

    /// <summary>Draws an action per row.</summary>
    public abstract void Sample(ReadOnlySpan<float> outputs, Span<float> actions, Span<float> logProbabilities, RandomStream random);

    /// <summary>The action without chance per row.</summary>
    public abstract void Mode(ReadOnlySpan<float> outputs, Span<float> actions);

    /// <summary>Log-probabilities of actions, and the distributions' entropies.</summary>
    public abstract void Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, Span<float> logProbabilities, Span<float> entropies);

    /// <summary>The derivatives of a loss by the outputs.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="byLogProbability">The loss's derivatives by the rows' log-probabilities.</param>
    /// <param name="byEntropy">The loss's derivative by each row's entropy.</param>
    /// <param name="byOutput">Receives the derivatives.</param>
    /// <param name="byLogDeviation">Receives, added, the derivatives by the logarithms of standard deviations; empty for choices.</param>
    public abstract void Differentiate(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, ReadOnlySpan<float> byLogProbability, float byEntropy, Span<float> byOutput, Span<float> byLogDeviation);
}
