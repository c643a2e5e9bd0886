using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Shared.Tensors;

/// <summary>The head of a safetensors file: what tensors it holds and where, and texts about them.</summary>
/// <param name="Entries">The tensors in the order of their bytes.</param>
/// <param name="Metadata">The texts.</param>
/// <param name="DataStart">The position in the file of the first tensor's first byte.</param>
internal sealed record SafetensorsHeader(
    IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata, long DataStart)
{
    /// <summary>The name in the header under which the texts are.</summary>
    public const string MetadataName = "__metadata__";

    // The format's own limit.
    private const int MaxLength = 100_000_000;
    private const int Alignment = 8;

    /// <summary>Reads and checks the head of a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SafetensorsHeader Read(Stream stream, string path)
    {
        Span<byte> lengthBytes = stackalloc byte[sizeof(ulong)];
        if (stream.ReadAtLeast(lengthBytes, lengthBytes.Length, throwOnEndOfStream: false) < lengthBytes.Length)
            throw new InvalidDataException($"'{path}' ends within the length of its header.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        long left = stream.Length - sizeof(ulong);
        if (length > MaxLength || (long)length > left)
        {
            throw new InvalidDataException(
                $"'{path}' announces a header of {length} bytes; it has {left} left, and {MaxLength} are allowed.");
        }

        var text = new byte[(int)length];
        stream.ReadExactly(text);
        var parser = new SafetensorsHeaderParser(path, left - text.Length);
        (List<SafetensorsEntry> entries, Dictionary<string, string> metadata) = parser.Parse(text);
        return new SafetensorsHeader(entries, metadata, sizeof(ulong) + text.Length);
    }

    /// <summary>Writes the length and the JSON, padded so that the data begin at a multiple of 8.</summary>
    public void Write(Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            WriteJson(json);
        int padding = (Alignment - buffer.WrittenCount % Alignment) % Alignment;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        if (buffer.WrittenCount > MaxLength)
            throw new ArgumentException($"The names and metadata make a header of {buffer.WrittenCount} bytes; {MaxLength} are allowed.");

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)buffer.WrittenCount);
        stream.Write(length);
        stream.Write(buffer.WrittenSpan);
    }

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Metadata.Count > 0)
        {
            json.WriteStartObject(MetadataName);
            foreach ((string key, string value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteString(key, value);
            json.WriteEndObject();
        }

        foreach (SafetensorsEntry entry in Entries)
        {
            json.WriteStartObject(entry.Name);
            json.WriteString("dtype", SafetensorsTypes.NameOf(entry.DType));
            json.WriteStartArray("shape");
            foreach (long size in entry.Shape)
                json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(entry.Begin);
            json.WriteNumberValue(entry.End);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
