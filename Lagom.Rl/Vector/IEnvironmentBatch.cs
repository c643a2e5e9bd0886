namespace Lagom.Rl;

/// <summary>Many copies of an environment as training sees them: observations are rows of numbers, and every call moves all copies.</summary>
/// <remarks>What the properties show is overwritten by the next call. Not thread-safe.</remarks>
public interface IEnvironmentBatch
{
    /// <summary>How many copies there are.</summary>
    int Count { get; }

    /// <summary>When a copy begins its next episode.</summary>
    AutoresetMode Autoreset { get; }

    /// <summary>Where the observations of one copy come from, flattened to one row.</summary>
    Box ObservationSpace { get; }

    /// <summary>Where the actions of one copy come from: a <see cref="Discrete"/> or a <see cref="Box"/>.</summary>
    Space ActionSpace { get; }

    /// <summary>How many numbers an observation has.</summary>
    int ObservationSize => ObservationSpace.FlatDimension;

    /// <summary>What is seen now [<see cref="Count"/>, <see cref="ObservationSize"/>], row-major.</summary>
    ReadOnlySpan<float> Observations { get; }

    /// <summary>The rewards [<see cref="Count"/>]; 0 where an episode began.</summary>
    ReadOnlySpan<double> Rewards { get; }

    /// <summary>Whether the task itself ended [<see cref="Count"/>].</summary>
    ReadOnlySpan<bool> Terminated { get; }

    /// <summary>Whether something outside the task cut the episode [<see cref="Count"/>].</summary>
    ReadOnlySpan<bool> Truncated { get; }

    /// <summary>The last observations of episodes that ended [<see cref="Count"/>, <see cref="ObservationSize"/>], where <see cref="HasFinalObservation"/> says so.</summary>
    ReadOnlySpan<float> FinalObservations { get; }

    /// <summary>Whether the episode ended in this step and the next began in it [<see cref="Count"/>]: <see cref="AutoresetMode.SameStep"/>.</summary>
    ReadOnlySpan<bool> HasFinalObservation { get; }

    /// <summary>Begins an episode in every copy.</summary>
    /// <param name="seed">The seed of the first copy; the others get the numbers after it. Null lets their streams go on; a copy never seeded starts from its index.</param>
    void Reset(long? seed = null);

    /// <summary>Begins an episode in some copies; the others stay as they are.</summary>
    /// <param name="mask">Whether to reset each copy [<see cref="Count"/>].</param>
    /// <exception cref="ArgumentException">The mask's length is not the number of copies.</exception>
    void ResetWhere(ReadOnlySpan<bool> mask);
}
