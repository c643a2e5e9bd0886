namespace L2L;

/// <summary>An optimizer that can go on whenever one evaluation is done, without waiting for the rest of a generation.</summary>
/// <remarks>
/// Use either this way or <see cref="IOptimizer.Ask"/> and <see cref="IOptimizer.Tell"/> for one run, not both. Here the course depends on
/// the order in which evaluations are told.
/// </remarks>
public interface ISteadyStateOptimizer : IOptimizer
{
    /// <summary>One more individual, though others are still being evaluated; null where none can be given before some of those are told, or the search is over.</summary>
    Individual? AskOne();

    /// <summary>Takes the fitness of one of the individuals given.</summary>
    /// <param name="evaluation">What came of it.</param>
    /// <exception cref="ArgumentException">It is of no individual that is being evaluated, or its fitness is not valid. Nothing is changed.</exception>
    void TellOne(Evaluation evaluation);
}
