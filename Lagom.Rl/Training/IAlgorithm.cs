namespace Lagom.Rl;

/// <summary>A learning algorithm with its environments, networks and memory, advanced piece by piece by a training loop.</summary>
/// <remarks>
/// Not thread-safe. The same options, environment and seed give the same weights, bit for bit on the CPU, and so does a run that is saved
/// and loaded on the way, because <see cref="Save"/> also fixes how the run goes on.
/// </remarks>
public interface IAlgorithm : IDisposable
{
    /// <summary>The algorithm's short name, such as "ppo".</summary>
    string Name { get; }

    /// <summary>How many environment steps were taken, over all copies.</summary>
    long StepsDone { get; }

    /// <summary>The policy as it is learnt so far. It follows what is learnt later.</summary>
    IPolicy Policy { get; }

    /// <summary>Collects a piece of experience and learns from it: one rollout of an on-policy algorithm, some hundred steps of an off-policy one.</summary>
    /// <param name="cancellationToken">Ends the piece early; what was learnt is kept.</param>
    /// <exception cref="ArithmeticException">
    /// A loss is not a finite number, and the message says which and at which step; or a reward or an observation is not, and the message names the
    /// environment: nothing was learnt from it.
    /// </exception>
    /// <exception cref="EnvironmentFailedException">An environment threw. The next call begins new episodes, as it does after such a reward or observation.</exception>
    TrainingUpdate Advance(CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves all that the run depends on: weights, optimizers, buffers, statistics, random streams, counts, and the running episodes where the
    /// environments can be saved (<see cref="IResumable"/>). Where they cannot, it then begins new episodes in all of them, from seeds that depend only
    /// on what was saved, so that this run and one loaded from it still go on alike.
    /// </summary>
    /// <param name="checkpoint">Receives the state.</param>
    void Save(CheckpointWriter checkpoint);

    /// <summary>Takes over a saved state.</summary>
    /// <param name="checkpoint">What <see cref="Save"/> wrote, by an algorithm of the same options and environment.</param>
    /// <exception cref="InvalidDataException">The state is of another algorithm, another environment or other networks; the message says which.</exception>
    void Load(CheckpointReader checkpoint);
}
