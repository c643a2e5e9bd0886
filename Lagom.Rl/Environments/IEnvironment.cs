namespace Lagom.Rl;

/// <summary>An environment, seen without the types of its observations and actions.</summary>
public interface IEnvironment
{
    /// <summary>Where observations come from.</summary>
    Space ObservationSpace { get; }

    /// <summary>Where actions come from.</summary>
    Space ActionSpace { get; }
}
