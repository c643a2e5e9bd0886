namespace Lagom.Evolution;

/// <summary>
/// A search by generations: <see cref="Ask()"/> gives candidates, the caller evaluates them, <see cref="Tell(ReadOnlySpan{double})"/>
/// takes their values.
/// </summary>
/// <remarks>
/// One ask is answered by one tell with all values in the same order. Asking again instead draws another generation. Values are minimised
/// unless the strategy's options say <see cref="ObjectiveDirection.Maximize"/>; results are in the caller's sense either way.
/// A value that is not a finite number marks a failed evaluation (<see cref="FailedEvaluations"/>). Not thread-safe.
/// Derive from <see cref="EvolutionStrategy"/> to write one.
/// </remarks>
public interface IEvolutionStrategy
{
    /// <summary>The strategy's name, such as <c>CMA-ES</c>; saved states carry it.</summary>
    string Name { get; }

    /// <summary>How many coordinates a candidate has.</summary>
    int Dimension { get; }

    /// <summary>How many candidates the next ask gives.</summary>
    int PopulationSize { get; }

    /// <summary>Whether values are minimised or maximised.</summary>
    ObjectiveDirection Direction { get; }

    /// <summary>What happens to values that are not finite numbers.</summary>
    FailedEvaluations FailedEvaluations { get; }

    /// <summary>Whether <see cref="Tell(ReadOnlySpan{double}, ReadOnlySpan{double})"/> takes candidates that were not asked.</summary>
    bool AcceptsOtherSolutions { get; }

    /// <summary>What was found so far; the same numbers mean the same for every strategy.</summary>
    EvolutionResult Result { get; }

    /// <summary>The last generation in figures; null before the first tell.</summary>
    GenerationReport? LastGeneration { get; }

    /// <summary>Which stopping rules are met, <see cref="Evolution.StopReasons.None"/> to go on. Nothing prevents further generations.</summary>
    StopReasons StopReasons { get; }

    /// <summary>Draws a generation.</summary>
    /// <returns>The candidates, owned by the caller.</returns>
    Population Ask();

    /// <summary>Draws a generation without allocating.</summary>
    /// <param name="candidates">Receives them, row after row [<see cref="PopulationSize"/>, <see cref="Dimension"/>].</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    void Ask(Span<double> candidates);

    /// <summary>Draws another candidate in place of one of the last ask, where a strategy can.</summary>
    /// <param name="index">Which one of the generation. Range: 0 to its size - 1.</param>
    /// <param name="candidate">Receives it [<see cref="Dimension"/>].</param>
    /// <returns>False where the strategy's candidates cannot be drawn one by one; nothing is changed then.</returns>
    /// <exception cref="InvalidOperationException">No generation was asked.</exception>
    bool TryResample(int index, Span<double> candidate);

    /// <summary>Takes the values of the last asked generation.</summary>
    /// <param name="values">A value per candidate, in the order asked.</param>
    /// <exception cref="InvalidOperationException">No generation was asked, or it was told already.</exception>
    /// <exception cref="ArgumentException">The count is wrong, or a value is not finite and the options say to throw. The generation can still be told.</exception>
    void Tell(ReadOnlySpan<double> values);

    /// <summary>Takes candidates and their values: those asked, those asked and changed, or, where a strategy accepts them, any others.</summary>
    /// <param name="candidates">Row after row [count, <see cref="Dimension"/>].</param>
    /// <param name="values">A value per candidate.</param>
    /// <exception cref="ArgumentException">Counts do not fit, a coordinate is not finite or outside the bounds, or the strategy cannot use candidates that it did not ask.</exception>
    void Tell(ReadOnlySpan<double> candidates, ReadOnlySpan<double> values);

    /// <summary>
    /// Counts evaluations that are not told one by one: those of averages over noise, say, or of candidates that were drawn again. Called before the
    /// tell that they belong to, whose stopping rules then count them.
    /// </summary>
    /// <param name="count">How many, beside one for each value told. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    void AddEvaluations(long count);

    /// <summary>Writes everything that the further course depends on, a generation that waits for its values included.</summary>
    /// <param name="destination">Receives JSON.</param>
    void SaveState(Stream destination);

    /// <summary>Goes on where <see cref="SaveState"/> was called, bit for bit. This strategy must have been made with the same options.</summary>
    /// <param name="source">What <see cref="SaveState"/> wrote.</param>
    /// <exception cref="InvalidDataException">It is not a state of this strategy, dimension and version, or it is damaged. The strategy is then unchanged.</exception>
    void LoadState(Stream source);
}
