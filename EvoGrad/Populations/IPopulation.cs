using TorchSharp;

namespace EvoGrad;

/// <summary>A distribution over individuals, which can be sampled and whose parameters can be learnt. Implement it for your own.</summary>
public interface IPopulation
{
    /// <summary>
    /// The tensors that the distribution depends on, by name, at least one. Those with <c>requires_grad</c> are learnt; they all have one
    /// floating-point type and device.
    /// </summary>
    IReadOnlyDictionary<string, torch.Tensor> Parameters { get; }

    /// <summary>The shape of one individual; empty for a number.</summary>
    IReadOnlyList<long> IndividualShape { get; }

    /// <summary>Whether mirror images exist: with the opposite noise an individual has the same distribution.</summary>
    bool IsSymmetric { get; }

    /// <summary>
    /// Draws individuals. The same seed, index, sign and parameters give the same individual, whatever the range it is drawn in.
    /// </summary>
    /// <param name="range">Which ones.</param>
    /// <returns>Shape [count, individual shape], without gradient; the caller disposes it.</returns>
    torch.Tensor Draw(IndividualRange range);

    /// <summary>
    /// The logarithm of the density, or probability, of individuals: a function of the parameters that autograd can differentiate.
    /// Terms that depend on no parameter may be left out.
    /// </summary>
    /// <param name="individuals">Shape [n, individual shape]; they count as constants.</param>
    /// <returns>Shape [n]; the caller disposes it.</returns>
    torch.Tensor LogProbability(torch.Tensor individuals);
}
