namespace Layg.Sampling;

/// <summary>Makes an <see cref="ILogDensity"/> from a function of one point.</summary>
/// <example>
/// <code>
/// ILogDensity gaussian = LogDensity.FromFunction(2, x => -0.5 * (x[0] * x[0] + x[1] * x[1]));
/// </code>
/// </example>
public static class LogDensity
{
    /// <summary>Takes a function of one point.</summary>
    /// <param name="dimension">Numbers per point. Range: at least 1.</param>
    /// <param name="function">The function. With a parallelism other than 1 it is called from several threads at a time.</param>
    /// <param name="maxDegreeOfParallelism">How many points to evaluate at a time; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ILogDensity FromFunction(int dimension, LogDensityFunction function, int maxDegreeOfParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new PointwiseLogDensity(dimension, [], (point, _) => function(point), maxDegreeOfParallelism);
    }

    /// <summary>Takes a function of one point that computes blobs as well.</summary>
    /// <param name="dimension">Numbers per point. Range: at least 1.</param>
    /// <param name="blobNames">The blobs' names, in the order in which the function writes them; all different.</param>
    /// <param name="function">The function. With a parallelism other than 1 it is called from several threads at a time.</param>
    /// <param name="maxDegreeOfParallelism">How many points to evaluate at a time; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentException">A number is out of range, or a name is used twice.</exception>
    public static ILogDensity FromFunction(
        int dimension, IReadOnlyList<string> blobNames, LogDensityWithBlobsFunction function, int maxDegreeOfParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(blobNames);
        ArgumentNullException.ThrowIfNull(function);
        return new PointwiseLogDensity(dimension, blobNames, function, maxDegreeOfParallelism);
    }

    /// <summary>Takes a function of an array. Every call gets an array of its own, which the function may keep.</summary>
    /// <param name="dimension">Numbers per point. Range: at least 1.</param>
    /// <param name="function">The function. With a parallelism other than 1 it is called from several threads at a time.</param>
    /// <param name="maxDegreeOfParallelism">How many points to evaluate at a time; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ILogDensity FromArrayFunction(int dimension, Func<double[], double> function, int maxDegreeOfParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new PointwiseLogDensity(dimension, [], (point, _) => function(point.ToArray()), maxDegreeOfParallelism);
    }

    /// <summary>
    /// Takes the function of a learner, which calls it or emulates it. Its blobs are "error", the predicted absolute error of the
    /// log-density, and "exact", 1 where the value is the true function's own and 0 where it was emulated.
    /// </summary>
    /// <param name="learner">The learner of a function with one output, such as a log-likelihood.</param>
    /// <param name="logPrior">
    /// A cheap term that is added exactly, such as a log-prior; points where it is negative infinity are never given to the learner.
    /// </param>
    /// <remarks>
    /// A learner that still learns is a target that still changes. For a strict production run call <see cref="Learner.Freeze"/> after
    /// the burn-in.
    /// </remarks>
    public static ILogDensity FromLearner(Learner learner, LogDensityFunction? logPrior = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return new LearnerLogDensity(learner, logPrior);
    }

    /// <summary>
    /// Takes the function of a learner and emulates it wherever the predicted errors of proposal and position cannot change the walker's
    /// decision; elsewhere it is exact, whatever the learner's limits say. As far as the predicted errors hold, every walker goes where the true
    /// function would send it. The blobs are those of <see cref="FromLearner"/>.
    /// </summary>
    /// <param name="learner">The learner of a function with one output, such as a log-likelihood.</param>
    /// <param name="logPrior">
    /// A cheap term that is added exactly, such as a log-prior; points where it is negative infinity are never given to the learner.
    /// </param>
    public static IDecisionAwareLogDensity FromLearnerDecisionAware(Learner learner, LogDensityFunction? logPrior = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return new DecisionAwareLearner(learner, logPrior);
    }

    /// <summary>
    /// Takes the function of a learner and draws from its exact density by delayed acceptance: the learner's emulator sorts out proposals,
    /// whatever its predicted error, and survivors are evaluated by the true function, from which the learner goes on learning unless frozen.
    /// Where the emulator has no answer, the true function stands in.
    /// </summary>
    /// <param name="learner">The learner of a function with one output, such as a log-likelihood.</param>
    /// <param name="logPrior">
    /// A cheap term that is added exactly, such as a log-prior; points where it is negative infinity are never given to the learner.
    /// </param>
    /// <remarks>For a strict production run call <see cref="Learner.Freeze"/> after the burn-in, so that the approximation stays the same.</remarks>
    public static ISurrogateLogDensity FromLearnerDelayed(Learner learner, LogDensityFunction? logPrior = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return new ScreeningLearner(learner, logPrior);
    }

    /// <summary>
    /// Puts an approximation before a density: the sampler evaluates the density only where the approximation would accept, and
    /// still draws from the density.
    /// </summary>
    /// <param name="exact">The density to draw from; its blobs are stored.</param>
    /// <param name="surrogate">The approximation; see <see cref="ISurrogateLogDensity"/> for what it must keep to. Its blobs are not stored.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static ISurrogateLogDensity WithSurrogate(ILogDensity exact, ILogDensity surrogate)
    {
        ArgumentNullException.ThrowIfNull(exact);
        ArgumentNullException.ThrowIfNull(surrogate);
        if (surrogate.Dimension != exact.Dimension)
            throw new ArgumentException($"The approximation has dimension {surrogate.Dimension}, but the density has dimension {exact.Dimension}.", nameof(surrogate));
        return new SurrogateLogDensity(exact, surrogate);
    }
}
