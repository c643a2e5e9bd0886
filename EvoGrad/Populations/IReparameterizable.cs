using TorchSharp;

namespace EvoGrad;

/// <summary>A population whose individuals are a differentiable function of its parameters and of noise that does not depend on them.</summary>
public interface IReparameterizable : IPopulation
{
    /// <summary>
    /// Draws the same individuals as <see cref="IPopulation.Draw"/>, differentiable in the parameters (the pathwise gradient). Average the
    /// fitness of these directly: <see cref="Expectation"/> would count the parameters' influence twice.
    /// </summary>
    /// <param name="range">Which ones.</param>
    /// <returns>Shape [count, individual shape]; the caller disposes it.</returns>
    torch.Tensor DrawPathwise(IndividualRange range);
}
