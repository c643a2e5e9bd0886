using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace L2L;

/// <summary>
/// The named numbers, arrays and parts that an optimizer saves and reads back, exact to the last bit: JSON, arrays as base64 of little-endian doubles.
/// </summary>
public sealed class OptimizerState
{
    private readonly JsonObject _content;

    /// <summary>Starts an empty state.</summary>
    public OptimizerState() => _content = [];

    private OptimizerState(JsonObject content) => _content = content;

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidDataException">It is no JSON object.</exception>
    public static OptimizerState Parse(string json)
    {
        try
        {
            return new OptimizerState(JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("A saved state is a JSON object."));
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"The saved state is damaged: {failure.Message}", failure);
        }
    }

    /// <summary>A state of its own with the same content.</summary>
    internal OptimizerState Copy() => new(_content.DeepClone().AsObject());

    /// <summary>The state as one line of JSON.</summary>
    public string ToJson() => _content.ToJsonString();

    /// <summary>Stores an integer.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="value">The value.</param>
    public void Set(string name, long value) => _content.Add(name, JsonValue.Create(value));

    /// <summary>Stores a number.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="value">The value; NaN and infinities too.</param>
    public void Set(string name, double value) =>
        _content.Add(name, double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Stores a text.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="value">The text.</param>
    public void Set(string name, string value) => _content.Add(name, JsonValue.Create(value));

    /// <summary>Stores numbers.</summary>
    /// <param name="name">Their name, unique in the state.</param>
    /// <param name="values">The values.</param>
    public void Set(string name, ReadOnlySpan<double> values) => SetBytes(name, MemoryMarshal.AsBytes(values));

    /// <summary>Stores bytes.</summary>
    /// <param name="name">Their name, unique in the state.</param>
    /// <param name="bytes">The bytes.</param>
    public void SetBytes(string name, ReadOnlySpan<byte> bytes) => _content.Add(name, JsonValue.Create(Convert.ToBase64String(bytes)));

    /// <summary>Stores rows of the same length.</summary>
    /// <param name="name">Their name, unique in the state.</param>
    /// <param name="rows">The rows.</param>
    public void Set(string name, IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var part = new OptimizerState();
        part.Set("count", rows.Count);
        part.Set("values", (ReadOnlySpan<double>)rows.SelectMany(static row => row).ToArray());
        Set(name, part);
    }

    /// <summary>Stores where a random stream stands.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="state">The stream's state.</param>
    public void Set(string name, RandomStreamState state) => _content.Add(name, new JsonObject
    {
        ["key0"] = state.Key0,
        ["key1"] = state.Key1,
        ["blocks"] = state.Blocks,
        ["used"] = state.Used,
    });

    /// <summary>Stores a part with names of its own.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="part">The part; it belongs to this state from here on.</param>
    public void Set(string name, OptimizerState part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _content.Add(name, part._content);
    }

    /// <summary>Stores parts with names of their own.</summary>
    /// <param name="name">Their name, unique in the state.</param>
    /// <param name="parts">The parts; they belong to this state from here on.</param>
    public void Set(string name, IEnumerable<OptimizerState> parts) =>
        _content.Add(name, new JsonArray([.. parts.Select(static part => part._content)]));

    /// <summary>Stores a set of parameters.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="set">The set.</param>
    public void Set(string name, ParameterSet set) => _content.Add(name, JsonNode.Parse(StateJson.Write(set)));

    /// <summary>Stores a fitness.</summary>
    /// <param name="name">Its name, unique in the state.</param>
    /// <param name="fitness">The fitness.</param>
    public void Set(string name, FitnessVector fitness) => Set(name, fitness.Values);

    /// <summary>Whether there is something of this name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _content.ContainsKey(name);

    /// <summary>Reads an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no integer.</exception>
    public long GetInt64(string name) => Read(name, static node => node.GetValue<long>());

    /// <summary>Reads an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no integer.</exception>
    public int GetInt32(string name) => Read(name, static node => checked((int)node.GetValue<long>()));

    /// <summary>Reads a number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no number.</exception>
    public double GetDouble(string name) => Read(name, static node => node.GetValueKind() == JsonValueKind.String
        ? double.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture)
        : node.GetValue<double>());

    /// <summary>Reads a text.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or no text.</exception>
    public string GetText(string name) => Read(name, static node => node.GetValue<string>());

    /// <summary>Reads numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="length">How many there must be; any number when negative.</param>
    /// <exception cref="InvalidDataException">They are missing, damaged, or of another count.</exception>
    public double[] GetArray(string name, int length = -1)
    {
        double[] values = MemoryMarshal.Cast<byte, double>(GetBytes(name)).ToArray();
        return length < 0 || values.Length == length
            ? values
            : throw new InvalidDataException($"The saved state's '{name}' has {values.Length} numbers; this optimizer has {length}.");
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="name">Their name.</param>
    /// <exception cref="InvalidDataException">They are missing or damaged.</exception>
    public byte[] GetBytes(string name) => Read(name, static node => Convert.FromBase64String(node.GetValue<string>()));

    /// <summary>Reads rows of the same length.</summary>
    /// <param name="name">Their name.</param>
    /// <exception cref="InvalidDataException">They are missing or damaged.</exception>
    public double[][] GetRows(string name)
    {
        OptimizerState part = GetPart(name);
        int count = part.GetInt32("count");
        double[] values = part.GetArray("values");
        if (count < 0 || (count == 0 ? values.Length > 0 : values.Length % count != 0))
            throw new InvalidDataException($"The saved state's '{name}' has {values.Length} numbers in {count} rows.");
        return count == 0 ? [] : [.. values.Chunk(Math.Max(1, values.Length / count))];
    }

    /// <summary>Reads a random stream's state.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public RandomStreamState GetRandom(string name) => Read(name, static node => new RandomStreamState(
        node["key0"]!.GetValue<ulong>(), node["key1"]!.GetValue<ulong>(), node["blocks"]!.GetValue<ulong>(), node["used"]!.GetValue<int>()));

    /// <summary>Reads a part.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public OptimizerState GetPart(string name) => Read(name, static node => new OptimizerState(node.AsObject()));

    /// <summary>Reads parts.</summary>
    /// <param name="name">Their name.</param>
    /// <exception cref="InvalidDataException">They are missing.</exception>
    public IReadOnlyList<OptimizerState> GetParts(string name) =>
        Read(name, static node => node.AsArray().Select(static item => new OptimizerState(item!.AsObject())).ToArray());

    /// <summary>Reads a set of parameters.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public ParameterSet GetSet(string name) => Read(name, static node => StateJson.ReadSet(node.ToJsonString()));

    /// <summary>Reads a fitness.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public FitnessVector GetFitness(string name) => new(GetArray(name));

    private T Read<T>(string name, Func<JsonNode, T> read)
    {
        JsonNode node = _content[name] ?? throw new InvalidDataException($"The saved state has no '{name}'.");
        try
        {
            return read(node);
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException or ArgumentException or NullReferenceException or OverflowException or JsonException)
        {
            throw new InvalidDataException($"The saved state's '{name}' is damaged: {failure.Message}", failure);
        }
    }
}
