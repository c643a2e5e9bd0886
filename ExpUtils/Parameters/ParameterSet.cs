using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils;

/// <summary>One configuration: the values of all parameters, by dotted path, in ordinal order of the paths. Immutable.</summary>
/// <remarks>
/// Equal sets have the same names with equal values; <see cref="Fingerprint"/> is then the same too, in any process and on any machine.
/// </remarks>
public sealed partial class ParameterSet : IReadOnlyDictionary<string, ParameterValue>, IEquatable<ParameterSet>
{
    private readonly ParameterLayout _layout;
    private readonly ParameterValue[] _values;
    private string? _fingerprint;

    internal ParameterSet(ParameterLayout layout, ParameterValue[] values)
    {
        _layout = layout;
        _values = values;
    }

    /// <summary>How many parameters there are.</summary>
    public int Count => _values.Length;

    /// <summary>The names, in order: dotted paths such as <c>alpha</c>, <c>optimizer.beta</c>, <c>layers.[0].units</c>.</summary>
    public IEnumerable<string> Keys => _layout.Names;

    /// <summary>The values, in the order of the names.</summary>
    public IEnumerable<ParameterValue> Values => _values;

    /// <summary>The value of a parameter.</summary>
    /// <param name="key">Its dotted path.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public ParameterValue this[string key] => TryGetValue(key, out ParameterValue? value) ? value : throw Unknown(key);

    /// <summary>The set of a JSON object: its scalars, and its lists as single values, by dotted path.</summary>
    /// <param name="json">An object.</param>
    /// <exception cref="ArgumentException">It is no object, or a list mixes objects and others.</exception>
    public static ParameterSet From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"The parameters are a JSON {json.ValueKind}; they must be an object.", nameof(json));
        (SweptParameter[] parameters, ParameterLayout layout) = SweepReader.Read(
            [KeyValuePair.Create("", json.Clone())], isSweep: false, (_, message) => throw new ArgumentException($"In the parameters, {message}", nameof(json)));
        return new ParameterSet(layout, [.. parameters.Select(parameter => parameter.Values[0])]);
    }

    /// <summary>The set of a JSON object's text.</summary>
    /// <param name="json">The text of an object.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="ArgumentException">It is no object, or a list mixes objects and others.</exception>
    public static ParameterSet Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return From(document.RootElement);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _layout.SlotOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ParameterValue value)
    {
        int slot = _layout.SlotOf(key);
        value = slot < 0 ? null : _values[slot];
        return slot >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator()
    {
        for (int i = 0; i < _values.Length; i++)
            yield return KeyValuePair.Create(_layout.Names[i], _values[i]);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ParameterSet? other)
    {
        if (other is null || Count != other.Count)
            return false;
        if (ReferenceEquals(_layout, other._layout))
            return _values.AsSpan().SequenceEqual(other._values);
        return this.All(pair => other.TryGetValue(pair.Key, out ParameterValue? value) && pair.Value.Equals(value));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Names are in the same order in equal sets only where both came from a sweep, so the sum must not depend on it.
        int sum = Count;
        for (int i = 0; i < _values.Length; i++)
            sum += HashCode.Combine(string.GetHashCode(_layout.Names[i], StringComparison.Ordinal), _values[i]);
        return sum;
    }

    /// <summary>The nested object that the values were written in.</summary>
    public JsonObject ToJson() => (JsonObject)_layout.Root.ToNode(_values)!;

    /// <summary>The <c>params</c> part of save paths: <c>alpha-0.1_lambda-1.0</c>.</summary>
    public override string ToString() => string.Join('_', Flat().Select(cell => $"{cell.Name}-{cell.Value.Text}"));

    private KeyNotFoundException Unknown(string key)
    {
        string? nearest = SharedSource.NearestName.Of(key, _layout.Names);
        return new KeyNotFoundException(
            $"There is no parameter '{key}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} There are: {string.Join(", ", _layout.Names)}.");
    }
}
