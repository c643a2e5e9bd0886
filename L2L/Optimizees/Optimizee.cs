namespace L2L;

/// <summary>Makes optimizees of functions.</summary>
public static class Optimizee
{
    /// <summary>An optimizee whose parameters are a record.</summary>
    /// <typeparam name="TParameters">The record.</typeparam>
    /// <param name="space">The explored parameters.</param>
    /// <param name="simulate">Runs the model.</param>
    public static IOptimizee From<TParameters>(ParameterSpace<TParameters> space, Func<TParameters, SimulationContext, CancellationToken, FitnessVector> simulate)
        where TParameters : notnull
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(simulate);
        return new Delegated(space, (set, context, cancellationToken) => simulate(space.Create(set), context, cancellationToken));
    }

    /// <summary>An optimizee whose parameters are a set of named values.</summary>
    /// <param name="space">The explored parameters.</param>
    /// <param name="simulate">Runs the model.</param>
    public static IOptimizee From(ParameterSpace space, Func<ParameterSet, SimulationContext, CancellationToken, FitnessVector> simulate)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(simulate);
        return new Delegated(space, simulate);
    }

    private sealed class Delegated(ParameterSpace space, Func<ParameterSet, SimulationContext, CancellationToken, FitnessVector> simulate) : IOptimizee
    {
        public ParameterSpace Space => space;

        public FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken) =>
            simulate(parameters, context, cancellationToken);
    }
}
