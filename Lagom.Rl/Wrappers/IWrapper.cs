namespace Lagom.Rl;

/// <summary>An environment around another one.</summary>
public interface IWrapper : IEnvironment
{
    /// <summary>The environment inside.</summary>
    IEnvironment Inner { get; }
}
