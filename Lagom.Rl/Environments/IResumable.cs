namespace Lagom.Rl;

/// <summary>
/// An environment, or a batch of them, whose running episodes can be saved and gone on with. An algorithm saves what it learns from together with
/// itself where it is one; a run that goes on from a checkpoint is then, bit for bit, the run that no checkpoint ever interrupted.
/// </summary>
/// <remarks>
/// Optional: with other environments an algorithm begins new episodes where it is saved. Every environment of this package is one, and so are
/// batches of your own that <see cref="EnvironmentRegistry.MakeBatch"/> makes of single ones.
/// </remarks>
public interface IResumable
{
    /// <summary>Whether saving works here: not where one wraps an environment that cannot. By default it does.</summary>
    bool CanSave => true;

    /// <summary>Writes all that the further course depends on: the state, the random stream, and whether an episode runs.</summary>
    /// <param name="destination">Where to; others write before and after it.</param>
    void Save(Stream destination);

    /// <summary>Goes on where <see cref="Save"/> was called. Where it throws, reset the environment before the next step.</summary>
    /// <param name="source">Where it was written to, of an environment made alike; nothing beyond what was written may be read.</param>
    /// <exception cref="InvalidDataException">The stream ends too early, or holds what cannot be.</exception>
    void Load(Stream source);
}
