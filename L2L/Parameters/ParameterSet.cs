using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SharedSource;

namespace L2L;

/// <summary>
/// Values by full dotted name, in ordinal order of the names: what the document calls an Individual-Dict. Immutable; two sets are equal where
/// names and values are.
/// </summary>
[JsonConverter(typeof(ParameterSetJsonConverter))]
public sealed class ParameterSet : IReadOnlyDictionary<string, ParameterValue>, IEquatable<ParameterSet>
{
    private readonly string[] _names;
    private readonly ParameterValue[] _values;

    /// <summary>Makes a set.</summary>
    /// <param name="values">Names and values, in any order.</param>
    /// <exception cref="ArgumentException">A name is empty or there twice.</exception>
    public ParameterSet(IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        KeyValuePair<string, ParameterValue>[] pairs = [.. values];
        Array.Sort(pairs, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        for (int i = 0; i < pairs.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(pairs[i].Key))
                throw new ArgumentException("A parameter's name is empty.", nameof(values));
            if (i > 0 && string.Equals(pairs[i].Key, pairs[i - 1].Key, StringComparison.Ordinal))
                throw new ArgumentException($"The parameter '{pairs[i].Key}' is there twice.", nameof(values));
        }

        _names = Array.ConvertAll(pairs, static pair => pair.Key);
        _values = Array.ConvertAll(pairs, static pair => pair.Value);
    }

    /// <summary>Makes a set.</summary>
    /// <param name="values">Names and values, in any order.</param>
    /// <exception cref="ArgumentException">A name is empty or there twice.</exception>
    public ParameterSet(params (string Name, ParameterValue Value)[] values)
        : this((values ?? throw new ArgumentNullException(nameof(values))).Select(static x => KeyValuePair.Create(x.Name, x.Value)))
    {
    }

    internal ParameterSet(string[] sortedNames, ParameterValue[] values)
    {
        _names = sortedNames;
        _values = values;
    }

    /// <summary>The set without any parameter.</summary>
    public static ParameterSet Empty { get; } = new([], []);

    /// <summary>How many parameters there are.</summary>
    public int Count => _names.Length;

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The values, in the order of the names.</summary>
    public IReadOnlyList<ParameterValue> Values => _values;

    IEnumerable<string> IReadOnlyDictionary<string, ParameterValue>.Keys => _names;

    IEnumerable<ParameterValue> IReadOnlyDictionary<string, ParameterValue>.Values => _values;

    /// <summary>A parameter's value.</summary>
    /// <param name="key">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of this name.</exception>
    public ParameterValue this[string key] => TryGetValue(key, out ParameterValue value) ? value : throw Unknown(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ParameterValue value)
    {
        int at = Find(key);
        value = at >= 0 ? _values[at] : default;
        return at >= 0;
    }

    /// <summary>The number of this name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of this name.</exception>
    public double Real(string name) => this[name].AsReal();

    /// <summary>The whole number of this name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of this name.</exception>
    public long Integer(string name) => this[name].AsInteger();

    /// <summary>The text of this name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of this name.</exception>
    public string Text(string name) => this[name].AsText();

    /// <summary>The vector of this name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of this name.</exception>
    public ReadOnlySpan<double> Vector(string name) => this[name].AsVector();

    /// <summary>The same set with one value set or added.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="value">Its value.</param>
    public ParameterSet With(string name, ParameterValue value)
    {
        int at = Find(name);
        if (at < 0)
            return new ParameterSet(this.Append(KeyValuePair.Create(name, value)));
        ParameterValue[] values = [.. _values];
        values[at] = value;
        return new ParameterSet(_names, values);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator()
    {
        for (int i = 0; i < _names.Length; i++)
            yield return KeyValuePair.Create(_names[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ParameterSet? other) =>
        other is not null
        && (ReferenceEquals(_names, other._names) || _names.AsSpan().SequenceEqual(other._names))
        && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(_names.Length, static (hash, value) => HashCode.Combine(hash, value));

    /// <summary>The names and values in braces.</summary>
    public override string ToString() => "{" + string.Join(", ", this.Select(static pair => $"{pair.Key}: {pair.Value}")) + "}";

    internal KeyNotFoundException Unknown(string name)
    {
        string? near = NearestName.Of(name, _names);
        return new KeyNotFoundException($"There is no parameter '{name}'; there are: {string.Join(", ", _names)}." + (near is null ? "" : $" Did you mean '{near}'?"));
    }

    private int Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Array.BinarySearch(_names, key, StringComparer.Ordinal);
    }
}
