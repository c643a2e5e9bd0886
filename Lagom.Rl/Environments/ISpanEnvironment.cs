namespace Lagom.Rl;

/// <summary>An environment whose observations are arrays of numbers, written to memory of the caller: nothing is allocated per step.</summary>
/// <typeparam name="TAction">The type of the actions: <see cref="int"/>, or <see cref="ReadOnlySpan{T}"/> of <see cref="float"/> for continuous ones.</typeparam>
public interface ISpanEnvironment<TAction>
    where TAction : allows ref struct
{
    /// <summary>How many numbers an observation has.</summary>
    int ObservationSize { get; }

    /// <summary>Begins an episode, as <see cref="IEnvironment{TObservation, TAction}.Reset"/> does.</summary>
    /// <param name="observation">Receives the first observation [<see cref="ObservationSize"/>].</param>
    /// <param name="seed">Starts the random stream anew; null goes on with the present one, which starts from seed 0.</param>
    /// <param name="options">What the environment lets a caller choose; null for its defaults.</param>
    /// <exception cref="ArgumentException">The span's length is wrong, or an option is out of range.</exception>
    void Reset(Span<float> observation, long? seed = null, IReadOnlyDictionary<string, object>? options = null);

    /// <summary>Takes an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="observation">Receives the next observation [<see cref="ObservationSize"/>].</param>
    /// <exception cref="ArgumentException">The span's length is wrong, or the action has the wrong shape, is NaN or out of range.</exception>
    /// <exception cref="InvalidOperationException">There is no episode: none was begun, or the last step ended it.</exception>
    StepOutcome Step(TAction action, Span<float> observation);
}
