namespace Lagom.Rl;

/// <summary>Chooses actions for many copies of an environment at once, without learning.</summary>
/// <typeparam name="TAction"><see cref="int"/> where an action is a choice, <see cref="float"/> where it is a row of numbers.</typeparam>
/// <remarks>Not thread-safe. A recurrent policy keeps a state for each row; rows keep their places from call to call.</remarks>
public interface IPolicy<TAction> : IPolicy
    where TAction : unmanaged
{
    /// <summary>Chooses an action for every row.</summary>
    /// <param name="observations">What is seen [rows, <see cref="IPolicy.ObservationSize"/>], row-major.</param>
    /// <param name="isFirst">Whether each row begins an episode [rows]: what a recurrent policy remembers of the row is forgotten first.</param>
    /// <param name="actions">Receives a choice per row, or rows of continuous actions inside the bounds of <see cref="IPolicy.ActionSpace"/>.</param>
    /// <param name="random">Draws from the policy's distribution; null takes its most likely action, for evaluation.</param>
    /// <exception cref="ArgumentException">A span's length is wrong.</exception>
    void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<TAction> actions, RandomStream? random = null);
}
