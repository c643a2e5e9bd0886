namespace Lagom.Rl;

/// <summary>What chooses actions, seen without the kind of its actions: an <see cref="IPolicy{TAction}"/> of <see cref="int"/> or <see cref="float"/>.</summary>
public interface IPolicy
{
    /// <summary>How many numbers an observation has.</summary>
    int ObservationSize { get; }

    /// <summary>Where actions come from: a <see cref="Discrete"/> or a <see cref="Box"/>.</summary>
    Space ActionSpace { get; }
}
