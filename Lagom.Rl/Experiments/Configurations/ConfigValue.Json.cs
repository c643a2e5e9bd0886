using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lagom.Rl;

public sealed partial class ConfigValue
{
    internal static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a value from JSON.</summary>
    /// <param name="json">True, false, a number, a string, null or an array of them.</param>
    /// <exception cref="InvalidDataException">It is an object, or a number too large.</exception>
    public static ConfigValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => Null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.TryGetInt64(out long whole) && !IsWrittenAsNumber(json) => whole,
        JsonValueKind.Number when double.IsFinite(json.GetDouble()) => json.GetDouble(),
        JsonValueKind.Array => List([.. json.EnumerateArray().Select(FromJson)]),
        _ => throw new InvalidDataException($"{json.GetRawText()} is no value of a configuration; it must be true, false, a number, a text, null or a list of them."),
    };

    /// <summary>The value as JSON on one line. A number that is no whole one has a point or an exponent, so that it stays one when read.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented with { Indented = false }))
            WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string NumberText(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_content)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double number:
                writer.WriteRawValue(NumberText(number), skipInputValidation: true);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case ConfigValue[] list:
                writer.WriteStartArray();
                foreach (ConfigValue value in list)
                    value.WriteTo(writer);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static bool IsWrittenAsNumber(JsonElement json) => json.GetRawText().AsSpan().ContainsAny(".eE");
}
