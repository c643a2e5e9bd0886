using System.Diagnostics.CodeAnalysis;
using SharedSource;

namespace L2L;

/// <summary>Named values in groups; a group's name and the names in it are joined by dots.</summary>
public sealed class TrajectoryGroup
{
    private readonly SortedDictionary<string, ParameterValue> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _groups = new(StringComparer.Ordinal);

    /// <summary>Everything in it, by full dotted name.</summary>
    public IReadOnlyDictionary<string, ParameterValue> All => _values;

    /// <summary>The full dotted names of the groups.</summary>
    public IReadOnlyCollection<string> Groups => _groups;

    /// <summary>A value.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public ParameterValue this[string name] => TryGetValue(name, out ParameterValue value) ? value : throw Unknown(name, "value", _values.Keys);

    /// <summary>Adds a group, and those that it lies in.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="ArgumentException">The name is not words joined by dots, or is a value's.</exception>
    public void AddGroup(string name)
    {
        CheckName(name);
        for (int dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
            AddOne(name[..dot]);
        AddOne(name);

        void AddOne(string group)
        {
            if (_values.ContainsKey(group))
                throw new ArgumentException($"'{group}' is a value; it cannot be a group too.", nameof(name));
            _groups.Add(group);
        }
    }

    /// <summary>Sets a value; the groups of a dotted name are added where they are missing.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is not words joined by dots, or is a group's.</exception>
    public void Set(string name, ParameterValue value)
    {
        CheckName(name);
        if (_groups.Contains(name))
            throw new ArgumentException($"'{name}' is a group; it cannot be a value too.", nameof(name));
        int dot = name.LastIndexOf('.');
        if (dot >= 0)
            AddGroup(name[..dot]);
        _values[name] = value;
    }

    /// <summary>Sets a value of a group that must be there.</summary>
    /// <param name="group">The group's full dotted name.</param>
    /// <param name="name">The name in the group.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyNotFoundException">There is no such group.</exception>
    public void SetInGroup(string group, string name, ParameterValue value)
    {
        if (!_groups.Contains(group))
            throw Unknown(group, "group", _groups);
        Set($"{group}.{name}", value);
    }

    /// <summary>Looks for a value.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="value">The value.</param>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out ParameterValue value) => _values.TryGetValue(name, out value);

    /// <summary>The values of a group, by their names in it.</summary>
    /// <param name="group">The group's full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no such group.</exception>
    public ParameterSet Group(string group)
    {
        if (!_groups.Contains(group))
            throw Unknown(group, "group", _groups);
        string prefix = group + ".";
        return new ParameterSet(_values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key[prefix.Length..], pair.Value)));
    }

    private static KeyNotFoundException Unknown(string name, string kind, IEnumerable<string> known)
    {
        string? near = NearestName.Of(name, known);
        return new KeyNotFoundException($"There is no {kind} '{name}'; there are: {string.Join(", ", known)}." + (near is null ? "" : $" Did you mean '{near}'?"));
    }

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Split('.').Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"The name '{name}' is not valid; it is words joined by dots.", nameof(name));
    }
}
