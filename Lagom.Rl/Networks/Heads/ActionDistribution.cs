using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>What a policy may do, for every row of a batch.</summary>
/// <remarks>Its tensors belong to the dispose scope in which it was made.</remarks>
public abstract class ActionDistribution
{
    /// <summary>The action that is chosen without chance: the likeliest choice, or the centre.</summary>
    public abstract Tensor Mode { get; }

    /// <summary>Draws an action per row. Where actions are continuous and their density allows, gradients flow through the draw.</summary>
    /// <param name="random">Where chance comes from.</param>
    public abstract Tensor Sample(RandomStream random);

    /// <summary>The logarithm of the probability, or of the density, of an action per row [batch].</summary>
    /// <param name="actions">The actions, as <see cref="Sample"/> gives them.</param>
    public abstract Tensor LogProbability(Tensor actions);

    /// <summary>The entropy per row [batch].</summary>
    /// <exception cref="NotSupportedException">It has no closed form; the mean of minus the logarithms of samples' densities estimates it.</exception>
    public abstract Tensor Entropy();
}
