namespace L2L;

/// <summary>An optimizee whose parameters are a record: derive from it, hand the space to the constructor, and write <see cref="Simulate(TParameters, SimulationContext, CancellationToken)"/>.</summary>
/// <typeparam name="TParameters">The record.</typeparam>
public abstract class Optimizee<TParameters> : IOptimizee
    where TParameters : notnull
{
    /// <summary>Makes the optimizee.</summary>
    /// <param name="space">The explored parameters; <see cref="ParameterRecord.Space{T}"/> makes them of a record's attributes.</param>
    protected Optimizee(ParameterSpace<TParameters> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
    }

    /// <summary>The explored parameters.</summary>
    public ParameterSpace<TParameters> Space { get; }

    ParameterSpace IOptimizee.Space => Space;

    /// <inheritdoc/>
    public virtual ParameterSet CreateIndividual(RandomStream random) => Space.Sample(random);

    /// <inheritdoc/>
    public virtual ParameterSet BoundIndividual(ParameterSet individual) => individual;

    /// <summary>Runs the model.</summary>
    /// <param name="parameters">The individual's parameters.</param>
    /// <param name="context">Its random numbers, its budget, and what it may report.</param>
    /// <param name="cancellationToken">Cancels the simulation.</param>
    /// <returns>One finite number for each weight.</returns>
    public abstract FitnessVector Simulate(TParameters parameters, SimulationContext context, CancellationToken cancellationToken);

    FitnessVector IOptimizee.Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken) =>
        Simulate(Space.Create(parameters), context, cancellationToken);
}
