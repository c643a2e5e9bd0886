using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using SharedSource;

namespace Lagom.Rl;

/// <summary>One choice of values for all items of a <see cref="ConfigSpace"/>. Never changes; equal where id, items and their order are.</summary>
public sealed class Configuration : IReadOnlyCollection<KeyValuePair<string, ConfigValue>>, IEquatable<Configuration>
{
    /// <summary>The name under which the id stands in files.</summary>
    public const string IdName = "ID";

    private readonly OrderedDictionary<string, ConfigValue> _values;
    private readonly Func<string, ConfigValue?>? _resolve;

    private Configuration(int id, OrderedDictionary<string, ConfigValue> values, Func<string, ConfigValue?>? resolve = null)
    {
        Id = id;
        _values = values;
        _resolve = resolve;
    }

    /// <summary>Makes a configuration of values that were chosen elsewhere.</summary>
    /// <param name="id">Its number. Range: at least 0.</param>
    /// <param name="values">Its items; names must differ.</param>
    /// <exception cref="ArgumentException">The id is negative, or a name is empty, taken twice or "ID".</exception>
    public Configuration(int id, IEnumerable<KeyValuePair<string, ConfigValue>> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentNullException.ThrowIfNull(values);
        Id = id;
        _values = new OrderedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach ((string name, ConfigValue value) in values)
        {
            if (string.IsNullOrWhiteSpace(name) || name == IdName || !_values.TryAdd(name, value ?? ConfigValue.Null))
                throw new ArgumentException($"An item is named '{name}'; names must not be empty, '{IdName}' or taken twice.", nameof(values));
        }
    }

    /// <summary>The number of the configuration, from 0; also the name of its folder.</summary>
    public int Id { get; }

    /// <summary>How many items there are, the id not counted.</summary>
    public int Count => _values.Count;

    /// <summary>The names of the items, in order.</summary>
    public IReadOnlyList<string> Names => _values.Keys;

    /// <summary>The value of an item.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such item; the message says which one was probably meant.</exception>
    public ConfigValue this[string name] => TryGetValue(name, out ConfigValue? value) ? value : throw Unknown(name);

    /// <summary>The flag of an item.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public bool Flag(string name) => Read(name, static value => value.ToFlag());

    /// <summary>The whole number of an item.</summary>
    /// <inheritdoc cref="Flag"/>
    public long Integer(string name) => Read(name, static value => value.ToInteger());

    /// <summary>The number of an item.</summary>
    /// <inheritdoc cref="Flag"/>
    public double Number(string name) => Read(name, static value => value.ToNumber());

    /// <summary>The text of an item.</summary>
    /// <inheritdoc cref="Flag"/>
    public string Text(string name) => Read(name, static value => value.ToText());

    /// <summary>The whole numbers of an item that is a list of them.</summary>
    /// <inheritdoc cref="Flag"/>
    public long[] Integers(string name) => Read<long[]>(name, static value => [.. value.ToList().Select(item => item.ToInteger())]);

    /// <summary>The numbers of an item that is a list of them.</summary>
    /// <inheritdoc cref="Flag"/>
    public double[] Numbers(string name) => Read<double[]>(name, static value => [.. value.ToList().Select(item => item.ToNumber())]);

    /// <summary>The value of an item, where there is one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    public bool TryGetValue(string name, [NotNullWhen(true)] out ConfigValue? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = _resolve is null ? _values.GetValueOrDefault(name) : _resolve(name);
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ConfigValue>> GetEnumerator() =>
        _values.Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Configuration? other) => other is not null && Id == other.Id && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Configuration);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Count);

    /// <summary>The items as JSON on one line, the id first.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToJson(indented: false));

    /// <summary>The items as YAML, the id first, one line each but for lists.</summary>
    public string ToYaml() => YamlText.Of(this.Prepend(KeyValuePair.Create<string, ConfigValue>(IdName, Id)));

    /// <summary>Reads a configuration back from its JSON object.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="InvalidDataException">It is no configuration.</exception>
    public static Configuration FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(IdName, out JsonElement id) || !id.TryGetInt32(out int number) || number < 0)
            throw new InvalidDataException($"A configuration must be a JSON object with a number '{IdName}' from 0 on.");
        return new Configuration(number, json.EnumerateObject().Where(item => item.Name != IdName).Select(item => KeyValuePair.Create(item.Name, ConfigValue.FromJson(item.Value))));
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber(IdName, Id);
        foreach ((string name, ConfigValue value) in this)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    internal byte[] ToJson(bool indented)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ConfigValue.Indented with { Indented = indented }))
            WriteTo(writer);
        return stream.ToArray();
    }

    /// <summary>Computes the conditions among the items, each when it is first needed.</summary>
    internal static Configuration Resolve(int id, IEnumerable<KeyValuePair<string, ConfigItem>> items)
    {
        var open = new OrderedDictionary<string, ConfigItem>(items, StringComparer.Ordinal);
        var values = new OrderedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach ((string name, ConfigItem item) in open)
            values.Add(name, item as ConfigValue ?? ConfigValue.Null);
        var underWay = new List<string>();
        Configuration? view = null;
        view = new Configuration(id, values, ValueOf);
        foreach (string name in open.Keys.ToArray())
            values[name] = ValueOf(name)!;
        return new Configuration(id, values);

        ConfigValue? ValueOf(string name)
        {
            if (!open.TryGetValue(name, out ConfigItem? item))
                return null;
            if (item is not ConfigCondition condition)
                return (ConfigValue)item;
            if (underWay.Contains(name, StringComparer.Ordinal))
                throw new ArgumentException($"Conditions need each other in a circle: {string.Join(" -> ", underWay.SkipWhile(other => other != name).Append(name))}.", nameof(items));
            underWay.Add(name);
            ConfigValue value = condition.Compute(view!) ?? ConfigValue.Null;
            underWay.RemoveAt(underWay.Count - 1);
            open[name] = value;
            return value;
        }
    }

    private T Read<T>(string name, Func<ConfigValue, T> convert)
    {
        ConfigValue value = this[name];
        try
        {
            return convert(value);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"Item '{name}' of configuration {Id}: {exception.Message}", exception);
        }
    }

    private KeyNotFoundException Unknown(string name)
    {
        string hint = NearestName.Of(name, _values.Keys) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return new KeyNotFoundException($"Configuration {Id} has no item '{name}'.{hint} It has: {string.Join(", ", _values.Keys)}.");
    }
}
