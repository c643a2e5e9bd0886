namespace Lagom.Rl;

/// <summary>Many copies of an environment that take actions of one kind of number.</summary>
/// <typeparam name="TAction"><see cref="int"/> where an action is a choice, <see cref="float"/> where it is a row of numbers.</typeparam>
public interface IEnvironmentBatch<TAction> : IEnvironmentBatch
    where TAction : unmanaged
{
    /// <summary>Takes an action in every copy.</summary>
    /// <param name="actions">A choice per copy, or rows of continuous actions [<see cref="IEnvironmentBatch.Count"/>, the action's size]; ignored where an episode begins, but checked.</param>
    /// <exception cref="ArgumentException">The number of actions is wrong, or one is NaN or out of range; nothing has moved.</exception>
    /// <exception cref="InvalidOperationException">No episode was begun, or autoreset is disabled and the episode of a copy is over; nothing has moved.</exception>
    void Step(ReadOnlySpan<TAction> actions);
}
