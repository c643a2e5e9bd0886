using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils;

/// <content>Values from and to JSON, numbers and the cells of result files.</content>
public sealed partial class ParameterValue
{
    /// <summary>The value of a JSON element, which must stay valid (a clone, say).</summary>
    /// <param name="json">The element.</param>
    public static ParameterValue From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.String => new ParameterValue(ParameterKind.Text, json.GetString()!, json: json),
        JsonValueKind.Number => Number(json.GetRawText(), json),
        JsonValueKind.Array => new ParameterValue(ParameterKind.List, "", json: json),
        JsonValueKind.Object => new ParameterValue(ParameterKind.Object, "", json: json),
        _ => throw new ArgumentException("The JSON element is undefined.", nameof(json)),
    };

    /// <summary>A number.</summary>
    /// <param name="value">The number; it need not be finite.</param>
    public static ParameterValue From(double value) => new(ParameterKind.Float, "", value);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static ParameterValue From(long value) => new(ParameterKind.Integer, value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>True or false.</summary>
    /// <param name="value">Which.</param>
    public static ParameterValue From(bool value) => value ? True : False;

    /// <summary>A text.</summary>
    /// <param name="value">The text; null gives <see cref="Null"/>.</param>
    public static ParameterValue From(string? value) => value is null ? Null : new ParameterValue(ParameterKind.Text, value);

    /// <summary>Reads the text form back, as from a cell of a result file: <c>None</c>, <c>True</c>, <c>False</c>, numbers, and all else as text.</summary>
    /// <param name="text">What <see cref="Text"/> gave.</param>
    public static ParameterValue FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        switch (text)
        {
            case "None":
                return Null;
            case "True":
                return True;
            case "False":
                return False;
            case "nan":
                return From(double.NaN);
            case "inf":
                return From(double.PositiveInfinity);
            case "-inf":
                return From(double.NegativeInfinity);
        }

        return IsJsonNumber(text) ? Number(text) : From(text);
    }

    /// <summary>Writes the value as JSON. Numbers that JSON lacks (NaN and the infinities) become the texts "NaN", "Infinity", "-Infinity".</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Kind)
        {
            case ParameterKind.Null:
                writer.WriteNullValue();
                break;
            case ParameterKind.Boolean:
                writer.WriteBooleanValue(_number > 0);
                break;
            case ParameterKind.Integer:
                writer.WriteRawValue(_raw);
                break;
            case ParameterKind.Float when _raw.Length > 0:
                writer.WriteRawValue(_raw);
                break;
            case ParameterKind.Float when double.IsFinite(_number):
                writer.WriteRawValue(PythonText.Of(_number));
                break;
            case ParameterKind.Float:
                writer.WriteStringValue(double.IsNaN(_number) ? "NaN" : _number > 0 ? "Infinity" : "-Infinity");
                break;
            case ParameterKind.Text:
                writer.WriteStringValue(_raw);
                break;
            default:
                _json.WriteTo(writer);
                break;
        }
    }

    /// <summary>The value as a node of its own; numbers that JSON lacks become texts, as in <see cref="WriteTo"/>.</summary>
    internal JsonNode? ToNode() => Kind switch
    {
        ParameterKind.Null => null,
        ParameterKind.Boolean => JsonValue.Create(_number > 0),
        ParameterKind.List => JsonArray.Create(_json),
        ParameterKind.Object => JsonObject.Create(_json),
        _ when _json.ValueKind != JsonValueKind.Undefined => JsonValue.Create(_json),
        ParameterKind.Text => JsonValue.Create(_raw),
        ParameterKind.Float when _raw.Length == 0 && !double.IsFinite(_number) => JsonValue.Create(double.IsNaN(_number) ? "NaN" : _number > 0 ? "Infinity" : "-Infinity"),
        _ => JsonNode.Parse(_raw.Length > 0 ? _raw : PythonText.Of(_number)),
    };

    private static ParameterValue Number(string raw, JsonElement json = default)
    {
        double number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new ParameterValue(raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ParameterKind.Integer : ParameterKind.Float, raw, number, json);
    }

    private static bool IsJsonNumber(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-') || text.AsSpan().IndexOfAnyExcept("+-.0123456789eE") >= 0)
            return false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
