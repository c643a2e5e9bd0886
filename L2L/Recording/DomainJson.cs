using System.Text;
using System.Text.Json;

namespace L2L;

/// <summary>Sets and values as JSON by way of their converters, without reflection.</summary>
internal static class DomainJson
{
    private static readonly ParameterSetJsonConverter Sets = new();
    private static readonly ParameterValueJsonConverter Values = new();
    private static readonly JsonSerializerOptions Options = new();

    public static void Write(Utf8JsonWriter json, ParameterSet set) => Sets.Write(json, set, Options);

    public static void Write(Utf8JsonWriter json, ParameterValue value) => Values.Write(json, value, Options);

    public static ParameterValue ReadValue(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Values.Read(ref reader, typeof(ParameterValue), Options);
    }
}
