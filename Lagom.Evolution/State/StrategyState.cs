using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared.Tensors;

namespace Lagom.Evolution;

/// <summary>
/// The named numbers and arrays that a strategy saves and reads back, exact to the last bit: JSON, arrays as base64 of little-endian doubles.
/// </summary>
public sealed class StrategyState
{
    private readonly JsonObject _content;

    /// <summary>Starts an empty state.</summary>
    public StrategyState() => _content = [];

    internal StrategyState(JsonObject content) => _content = content;

    internal JsonObject Content => _content;

    /// <summary>Stores an integer.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="value">The value.</param>
    public void Set(string name, long value) => _content.Add(name, JsonValue.Create(value));

    /// <summary>Stores a number.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="value">The value; NaN and infinities too.</param>
    public void Set(string name, double value) =>
        _content.Add(name, double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Stores numbers.</summary>
    /// <param name="name">Their name, unique in the state.</param>
    /// <param name="values">The values.</param>
    public void Set(string name, ReadOnlySpan<double> values) =>
        _content.Add(name, JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes(values))));

    /// <summary>Stores where a random stream stands.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="stream">The stream.</param>
    public void Set(string name, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RandomStreamState state = stream.State;
        _content.Add(name, new JsonObject
        {
            ["key0"] = state.Key0,
            ["key1"] = state.Key1,
            ["blocks"] = state.Blocks,
            ["used"] = state.Used,
        });
    }

    /// <summary>Stores a part with names of its own.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="part">The part; it belongs to this state from here on.</param>
    public void Set(string name, StrategyState part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _content.Add(name, part._content);
    }

    /// <summary>Whether there is something of this name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _content.ContainsKey(name);

    /// <summary>Reads an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no integer.</exception>
    public long GetInt64(string name) => Read(name, static node => node.GetValue<long>());

    /// <summary>Reads a number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no number.</exception>
    public double GetDouble(string name) => Read(name, static node => node.GetValueKind() == JsonValueKind.String
        ? double.Parse(node.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)
        : node.GetValue<double>());

    /// <summary>Reads numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="length">How many there must be; any number when negative.</param>
    /// <exception cref="InvalidDataException">They are missing, damaged, or of another count.</exception>
    public double[] GetArray(string name, int length = -1)
    {
        double[] values = Read(name, static node =>
            MemoryMarshal.Cast<byte, double>(Convert.FromBase64String(node.GetValue<string>())).ToArray());
        return length < 0 || values.Length == length
            ? values
            : throw new InvalidDataException($"The saved state's '{name}' has {values.Length} numbers; this strategy has {length}.");
    }

    /// <summary>Reads a random stream, standing where it stood.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public RandomStream GetStream(string name) => Read(name, static node => new RandomStream(new RandomStreamState(
        node["key0"]!.GetValue<ulong>(), node["key1"]!.GetValue<ulong>(), node["blocks"]!.GetValue<ulong>(), node["used"]!.GetValue<int>())));

    /// <summary>Reads a part.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public StrategyState GetPart(string name) => Read(name, static node => new StrategyState(node.AsObject()));

    private T Read<T>(string name, Func<JsonNode, T> read)
    {
        JsonNode node = _content[name] ?? throw new InvalidDataException($"The saved state has no '{name}'.");
        try
        {
            return read(node);
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException or ArgumentException or NullReferenceException or OverflowException)
        {
            throw new InvalidDataException($"The saved state's '{name}' is damaged: {failure.Message}", failure);
        }
    }
}
