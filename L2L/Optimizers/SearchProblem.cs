namespace L2L;

/// <summary>What an optimizer knows of the optimizee: the explored parameters, how to draw and to bound an individual, and the weights of its fitness.</summary>
public sealed class SearchProblem
{
    private readonly Func<RandomStream, ParameterSet> _create;
    private readonly Func<ParameterSet, ParameterSet>? _bound;

    /// <summary>Describes a problem.</summary>
    /// <param name="space">The explored parameters.</param>
    /// <param name="weights">The weights of the fitness.</param>
    /// <param name="createIndividual">Draws a valid individual; uniform in the space where null.</param>
    /// <param name="boundIndividual">Makes an individual within the space's bounds valid; the bounds are enough where null.</param>
    public SearchProblem(
        ParameterSpace space, FitnessWeights weights, Func<RandomStream, ParameterSet>? createIndividual = null, Func<ParameterSet, ParameterSet>? boundIndividual = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(weights);
        Space = space;
        Weights = weights;
        _create = createIndividual ?? space.Sample;
        _bound = boundIndividual;
    }

    /// <summary>The explored parameters.</summary>
    public ParameterSpace Space { get; }

    /// <summary>The weights of the fitness.</summary>
    public FitnessWeights Weights { get; }

    /// <summary>How many search coordinates there are.</summary>
    public int Dimension => Space.Dimension;

    /// <summary>The problem of an optimizee.</summary>
    /// <param name="optimizee">The optimizee.</param>
    /// <param name="weights">The weights of its fitness.</param>
    public static SearchProblem Of(IOptimizee optimizee, FitnessWeights weights)
    {
        ArgumentNullException.ThrowIfNull(optimizee);
        return new SearchProblem(optimizee.Space, weights, optimizee.CreateIndividual, optimizee.BoundIndividual);
    }

    /// <summary>Draws a valid individual's search coordinates.</summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <exception cref="ArgumentException">The optimizee made an individual that is not in its space.</exception>
    public double[] CreatePoint(RandomStream random)
    {
        double[] point = Space.Encode(_create(random));
        Bound(point);
        return point;
    }

    /// <summary>Makes a point valid: within the bounds of the space, and whatever else the optimizee asks for.</summary>
    /// <param name="point">The search coordinates, changed in place where they are not valid.</param>
    /// <returns>The point's parameters.</returns>
    /// <exception cref="ArgumentException">A coordinate is NaN or infinite, or the optimizee's bounding gave something that is not in its space.</exception>
    public ParameterSet Bound(double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        Space.Clip(point);
        foreach (double x in point)
            OptionCheck.Require(double.IsFinite(x), "The search coordinate", x, "finite");
        ParameterSet set = Space.Decode(point);
        if (_bound is null)
            return set;
        ParameterSet bounded = _bound(set);
        if (!ReferenceEquals(bounded, set) && !bounded.Equals(set))
            Space.Encode(bounded, point);
        return bounded;
    }
}
