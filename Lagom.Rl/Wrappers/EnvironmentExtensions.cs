using System.Diagnostics.CodeAnalysis;

namespace Lagom.Rl;

/// <summary>Looks through wrappers.</summary>
public static class EnvironmentExtensions
{
    /// <summary>Finds the outermost wrapper, or the environment inside all of them, that is of a type.</summary>
    /// <typeparam name="T">The type looked for.</typeparam>
    /// <param name="environment">Where to begin.</param>
    /// <param name="found">What was found.</param>
    public static bool TryGetWrapper<T>(this IEnvironment environment, [NotNullWhen(true)] out T? found)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(environment);
        for (IEnvironment? current = environment; current is not null; current = (current as IWrapper)?.Inner)
        {
            if (current is T match)
            {
                found = match;
                return true;
            }
        }

        found = null;
        return false;
    }

    /// <summary>The environment inside all wrappers.</summary>
    /// <param name="environment">Where to begin.</param>
    public static IEnvironment Unwrapped(this IEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        while (environment is IWrapper wrapper)
            environment = wrapper.Inner;
        return environment;
    }
}
