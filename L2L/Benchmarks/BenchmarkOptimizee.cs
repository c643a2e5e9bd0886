namespace L2L;

/// <summary>The optimizee whose fitness is the cost of a benchmark function: one vector <c>coords</c>, to be used with the weight −1.</summary>
public sealed class BenchmarkOptimizee : IOptimizee
{
    /// <summary>Makes the optimizee.</summary>
    /// <param name="function">The function.</param>
    public BenchmarkOptimizee(BenchmarkFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Function = function;
        Space = new ParameterSpace(new VectorParameter("coords", function.Dimensions, function.Lower, function.Upper));
    }

    /// <summary>The function.</summary>
    public BenchmarkFunction Function { get; }

    /// <inheritdoc/>
    public ParameterSpace Space { get; }

    /// <inheritdoc/>
    public FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(context);
        return Function.Noise is null ? Function.Noiseless(parameters.Vector("coords")) : Function.Value(parameters.Vector("coords"), context.Random);
    }
}
