using System.Text.Json;
using System.Text.Json.Serialization;

namespace L2L;

/// <summary>Writes a <see cref="FitnessVector"/> as a JSON array, exact to the last bit; null where it has no numbers.</summary>
public sealed class FitnessVectorJsonConverter : JsonConverter<FitnessVector>
{
    /// <inheritdoc/>
    public override FitnessVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A fitness is an array of numbers.");
        var values = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(reader.TokenType == JsonTokenType.String ? ParameterValueJsonConverter.Special(reader.GetString()) : reader.GetDouble());
        return values.Count == 0 ? default : new FitnessVector([.. values]);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FitnessVector value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (double x in value.Values)
            ParameterValueJsonConverter.WriteNumber(writer, x);
        writer.WriteEndArray();
    }
}
