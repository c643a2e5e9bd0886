namespace L2L;

/// <summary>The inner loop: it owns the model and turns a set of parameters into a fitness.</summary>
/// <remarks>
/// Simulations run in any order, several at once, and possibly each in another process: <see cref="Simulate"/> must not depend on what an
/// earlier one left behind, and takes its random numbers from the context.
/// </remarks>
public interface IOptimizee
{
    /// <summary>The explored parameters. Individuals are within its bounds before they get here.</summary>
    ParameterSpace Space { get; }

    /// <summary>Draws a valid individual; optimizers start from such ones.</summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <returns>A set of <see cref="Space"/>.</returns>
    ParameterSet CreateIndividual(RandomStream random) => Space.Sample(random);

    /// <summary>
    /// Makes an individual valid where validity is more than the bounds of <see cref="Space"/>, which it keeps already: an order of two
    /// parameters, say. Returns the same object where nothing is to be changed.
    /// </summary>
    /// <param name="individual">A set of <see cref="Space"/>.</param>
    /// <returns>A valid set of <see cref="Space"/>.</returns>
    ParameterSet BoundIndividual(ParameterSet individual) => individual;

    /// <summary>Runs the model.</summary>
    /// <param name="parameters">The individual's parameters.</param>
    /// <param name="context">Its random numbers, its budget, and what it may report.</param>
    /// <param name="cancellationToken">Cancels the simulation.</param>
    /// <returns>One finite number for each weight.</returns>
    FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken);
}
