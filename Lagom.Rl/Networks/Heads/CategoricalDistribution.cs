using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>One of several choices; actions are 64-bit whole numbers [batch].</summary>
public sealed class CategoricalDistribution : ActionDistribution
{
    /// <summary>Makes the distribution of scores: the probabilities are their softmax.</summary>
    /// <param name="logits">The scores [batch, choices].</param>
    public CategoricalDistribution(Tensor logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        LogProbabilities = logits.log_softmax(-1);
    }

    /// <summary>The logarithms of the probabilities [batch, choices].</summary>
    public Tensor LogProbabilities { get; }

    /// <summary>The probabilities [batch, choices].</summary>
    public Tensor Probabilities => LogProbabilities.exp();

    /// <inheritdoc/>
    public override Tensor Mode => LogProbabilities.argmax(-1);

    /// <inheritdoc/>
    /// <remarks><b>Source:</b> Gumbel (1954): the largest of the scores plus Gumbel noise is a draw from the softmax.</remarks>
    public override Tensor Sample(RandomStream random)
    {
        using DisposeScope scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor uniform = Noise.UniformLike(LogProbabilities, random).clamp(1e-30, 1);
        return (LogProbabilities - (-uniform.log()).log()).argmax(-1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        using DisposeScope scope = NewDisposeScope();
        return LogProbabilities.gather(-1, actions.unsqueeze(-1)).squeeze(-1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor Entropy()
    {
        using DisposeScope scope = NewDisposeScope();
        return (-(LogProbabilities.exp() * LogProbabilities).sum(-1)).MoveToOuterDisposeScope();
    }
}
