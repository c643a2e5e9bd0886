using System.Text.Json;
using System.Text.Json.Serialization;

namespace L2L;

/// <summary>Writes a <see cref="ParameterSet"/> as a JSON object of its values, exact to the last bit.</summary>
public sealed class ParameterSetJsonConverter : JsonConverter<ParameterSet>
{
    private static readonly ParameterValueJsonConverter Value = new();

    /// <inheritdoc/>
    public override ParameterSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A set of parameters is a JSON object.");
        var values = new List<KeyValuePair<string, ParameterValue>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            values.Add(KeyValuePair.Create(name, Value.Read(ref reader, typeof(ParameterValue), options)));
        }

        return new ParameterSet(values);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ParameterSet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        for (int i = 0; i < value.Count; i++)
        {
            writer.WritePropertyName(value.Names[i]);
            Value.Write(writer, value.Values[i], options);
        }

        writer.WriteEndObject();
    }
}
