using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>Makes the dictionaries that environments return beside observations.</summary>
public static class StepInfo
{
    /// <summary>No information.</summary>
    public static IReadOnlyDictionary<string, object> None { get; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>A copy with an entry added or replaced.</summary>
    /// <param name="info">What to copy.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="value">The entry's value.</param>
    public static IReadOnlyDictionary<string, object> With(this IReadOnlyDictionary<string, object> info, string name, object value)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return new Dictionary<string, object>(info, StringComparer.Ordinal) { [name] = value };
    }
}
