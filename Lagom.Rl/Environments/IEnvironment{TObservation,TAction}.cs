namespace Lagom.Rl;

/// <summary>What an agent acts in, one episode after the other, in the terms of Gymnasium.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
/// <remarks>
/// An episode begins with <see cref="Reset"/> and ends with a step that is terminated (the task itself ended) or truncated (something
/// outside it, such as a time limit, cut the episode). Environments are not thread-safe.
/// <para><b>Source:</b> Towers et al. (2024), "Gymnasium: a standard interface for reinforcement learning environments".</para>
/// </remarks>
public interface IEnvironment<TObservation, TAction> : IEnvironment
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Where observations come from.</summary>
    new Space<TObservation> ObservationSpace { get; }

    /// <summary>Where actions come from.</summary>
    new Space<TAction> ActionSpace { get; }

    /// <inheritdoc/>
    Space IEnvironment.ObservationSpace => ObservationSpace;

    /// <inheritdoc/>
    Space IEnvironment.ActionSpace => ActionSpace;

    /// <summary>Begins an episode.</summary>
    /// <param name="seed">Starts the environment's random stream anew, so that what follows repeats; null goes on with the present one, which starts from seed 0.</param>
    /// <param name="options">What the environment lets a caller choose; null for its defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null);

    /// <summary>Takes an action.</summary>
    /// <param name="action">An action of <see cref="ActionSpace"/>.</param>
    /// <exception cref="ArgumentException">The action has the wrong shape, is NaN or out of range.</exception>
    /// <exception cref="InvalidOperationException">There is no episode: none was begun, or the last step ended it.</exception>
    StepResult<TObservation> Step(TAction action);
}
