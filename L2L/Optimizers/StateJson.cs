using System.Buffers;
using System.Text;
using System.Text.Json;

namespace L2L;

/// <summary>Sets of parameters as text, by way of their converter and without reflection.</summary>
internal static class StateJson
{
    private static readonly ParameterSetJsonConverter Converter = new();
    private static readonly JsonSerializerOptions Options = new();

    public static string Write(ParameterSet set)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Converter.Write(writer, set, Options);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ParameterSet ReadSet(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Converter.Read(ref reader, typeof(ParameterSet), Options);
    }
}
