using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace L2L;

/// <summary>
/// Writes a <see cref="ParameterValue"/> as JSON, exact to the last bit: a real number with a point or an exponent, an integer without,
/// a text as a string, a vector as an array; a number that is not finite as <c>{"real":"NaN"}</c>, inside a vector as the string alone.
/// </summary>
public sealed class ParameterValueJsonConverter : JsonConverter<ParameterValue>
{
    /// <inheritdoc/>
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ParameterValue.Text(reader.GetString()!);
            case JsonTokenType.Number:
                ReadOnlySpan<byte> digits = reader.HasValueSequence ? Encoding.UTF8.GetBytes(reader.GetDouble().ToString("R", CultureInfo.InvariantCulture)) : reader.ValueSpan;
                return digits.IndexOfAny(".eE"u8) < 0 && reader.TryGetInt64(out long whole) ? ParameterValue.Integer(whole) : ParameterValue.Real(reader.GetDouble());
            case JsonTokenType.StartObject:
                reader.Read();
                reader.Read();
                double special = Special(reader.GetString());
                reader.Read();
                return ParameterValue.Real(special);
            case JsonTokenType.StartArray:
                var numbers = new List<double>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    numbers.Add(reader.TokenType == JsonTokenType.String ? Special(reader.GetString()) : reader.GetDouble());
                return ParameterValue.Vector(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers));
            default:
                throw new JsonException($"A parameter's value is a number, a text or an array of numbers, not {reader.TokenType}.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case ParameterKind.Text:
                writer.WriteStringValue(value.AsText());
                break;
            case ParameterKind.Integer:
                writer.WriteNumberValue(value.AsInteger());
                break;
            case ParameterKind.Vector:
                writer.WriteStartArray();
                foreach (double x in value.AsVector())
                    WriteNumber(writer, x);
                writer.WriteEndArray();
                break;
            default:
                WriteReal(writer, value.AsReal());
                break;
        }
    }

    internal static void WriteNumber(Utf8JsonWriter writer, double x)
    {
        if (double.IsFinite(x))
            writer.WriteNumberValue(x);
        else
            writer.WriteStringValue(x.ToString(CultureInfo.InvariantCulture));
    }

    internal static double Special(string? text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new JsonException($"'{text}' is no number; NaN, Infinity and -Infinity are the words that stand for one."),
    };

    private static void WriteReal(Utf8JsonWriter writer, double x)
    {
        if (!double.IsFinite(x))
        {
            writer.WriteStartObject();
            writer.WriteString("real"u8, x.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
            return;
        }

        string digits = x.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits, skipInputValidation: true);
    }
}
