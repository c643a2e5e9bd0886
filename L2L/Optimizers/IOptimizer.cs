namespace L2L;

/// <summary>
/// The outer loop: it puts out populations and takes their fitness in. It sees parameters and fitness only, never the model, and maximises
/// the weighted fitness.
/// </summary>
/// <remarks>
/// The whole course is fixed by the options and the fitness told; a state that was saved between two calls and loaded into an optimizer made
/// with the same problem and options goes on bit for bit. Not thread-safe.
/// </remarks>
public interface IOptimizer
{
    /// <summary>The optimizer's name, such as "cross-entropy".</summary>
    string Name { get; }

    /// <summary>What it searches.</summary>
    SearchProblem Problem { get; }

    /// <summary>Its options by name, for records.</summary>
    ParameterSet Settings { get; }

    /// <summary>The generation that <see cref="Ask"/> gives, from 0; the last one when the search is over.</summary>
    int Generation { get; }

    /// <summary>Why the search is over; <see cref="StopReason.None"/> while it is not.</summary>
    StopReason StopReason { get; }

    /// <summary>What the optimizer notes about the last generation it was told: its figures by name.</summary>
    ParameterSet Details { get; }

    /// <summary>The best evaluation so far; null before the first one.</summary>
    Evaluation? Best { get; }

    /// <summary>The population to evaluate. Asked again before it is told of, it is the same one.</summary>
    /// <exception cref="InvalidOperationException">The search is over.</exception>
    Population Ask();

    /// <summary>Takes the fitness of the population last asked for.</summary>
    /// <param name="evaluations">One evaluation for each individual, in any order.</param>
    /// <exception cref="ArgumentException">One is missing, there twice, or has a fitness of the wrong length or with a number that is not finite. Nothing is changed.</exception>
    /// <exception cref="InvalidOperationException">No population was asked for.</exception>
    void Tell(IReadOnlyList<Evaluation> evaluations);

    /// <summary>What was found so far.</summary>
    /// <exception cref="InvalidOperationException">Nothing was evaluated yet.</exception>
    OptimizerResult End();

    /// <summary>Saves everything that the course from here on depends on.</summary>
    OptimizerState SaveState();

    /// <summary>Goes on from a saved state.</summary>
    /// <param name="state">A state of an optimizer of the same kind, problem and options.</param>
    /// <exception cref="InvalidDataException">The state is another optimizer's, or damaged. This one must then not be used any more.</exception>
    void LoadState(OptimizerState state);
}
