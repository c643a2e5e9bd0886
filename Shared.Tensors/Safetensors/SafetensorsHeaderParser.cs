using System.Text.Json;
using System.Text.Unicode;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>Reads the JSON of a safetensors header and trusts nothing of it.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="dataLength">How many bytes follow the header.</param>
internal sealed class SafetensorsHeaderParser(string path, long dataLength)
{
    // The header, a tensor, its shape: nothing honest nests deeper.
    private const int MaxDepth = 3;

    // libtorch's own limit in most operators.
    private const int MaxRank = 64;

    public (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("{"u8) || !Utf8.IsValid(text))
            throw Invalid("its header is not a JSON object in UTF-8");
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            var entries = new List<SafetensorsEntry>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            Dictionary<string, string>? metadata = null;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                if (!names.Add(name))
                    throw Invalid($"the name '{Shown(name)}' occurs twice");
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw Invalid($"'{Shown(name)}' is not a JSON object");
                if (name == SafetensorsHeader.MetadataName)
                    metadata = ReadMetadata(ref reader);
                else
                    entries.Add(ReadEntry(ref reader, name));
            }

            reader.Read(); // refuses what follows the object
            entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
            CheckCover(entries);
            return (entries, metadata ?? []);
        }
        catch (JsonException e)
        {
            throw Invalid($"its header is not valid JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw Invalid("a text in its header is not valid Unicode", e);
        }
    }

    private Dictionary<string, string> ReadMetadata(ref Utf8JsonReader reader)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw Invalid($"the metadata '{Shown(key)}' is not a text");
            if (!metadata.TryAdd(key, reader.GetString()!))
                throw Invalid($"the metadata '{Shown(key)}' occurs twice");
        }

        return metadata;
    }

    private SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        torch.ScalarType? type = null;
        List<long>? shape = null, offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string field = reader.GetString()!;
            reader.Read();
            switch (field)
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadIntegers(ref reader, name, field, MaxRank);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadIntegers(ref reader, name, field, 2);
                    break;
                default:
                    throw Invalid(name, $"the field '{Shown(field)}' is unknown or occurs twice");
            }
        }

        if (type is not { } known || shape is null || offsets is not { Count: 2 })
            throw Invalid(name, "it needs dtype, shape and two data_offsets");
        (long begin, long end) = (offsets[0], offsets[1]);
        if (begin > end || end > dataLength)
            throw Invalid(name, $"its bytes {begin} to {end} are not within the {dataLength} of the file's data");
        CheckSize(name, known, shape, end - begin);
        return new SafetensorsEntry(name, known, [.. shape], begin, end);
    }

    private torch.ScalarType ReadType(ref Utf8JsonReader reader, string name)
    {
        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null && SafetensorsTypes.TryFind(text, out torch.ScalarType type)
            ? type
            : throw Invalid(name, $"its dtype '{Shown(text ?? "")}' is not one of {SafetensorsTypes.Names}");
    }

    private List<long> ReadIntegers(ref Utf8JsonReader reader, string name, string field, int most)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Invalid(name, $"{field} is not a list");
        var values = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long value) || value < 0)
                throw Invalid(name, $"{field} holds what is not an integer from 0 to {long.MaxValue}");
            if (values.Count == most)
                throw Invalid(name, $"{field} has more than {most} numbers");
            values.Add(value);
        }

        return values;
    }

    private void CheckSize(string name, torch.ScalarType type, List<long> shape, long bytes)
    {
        // Zeros are left out of the product: libtorch computes strides from the other sizes, which must not overflow either.
        Int128 size = SafetensorsTypes.BytesOf(type);
        foreach (long length in shape)
        {
            size *= Math.Max(1, length);
            if (size > long.MaxValue)
                throw Invalid(name, $"its shape [{string.Join(", ", shape)}] has too many elements");
        }

        Int128 needed = shape.Contains(0) ? 0 : size;
        if (needed != bytes)
            throw Invalid(name, $"its shape [{string.Join(", ", shape)}] needs {needed} bytes, and its data_offsets give it {bytes}");
    }

    private void CheckCover(List<SafetensorsEntry> entries)
    {
        long covered = 0;
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Begin < covered)
                throw Invalid(entry.Name, $"its bytes {entry.Begin} to {entry.End} overlap those of another tensor");
            if (entry.Begin > covered)
                throw Invalid(entry.Name, $"the bytes {covered} to {entry.Begin} before it belong to no tensor");
            covered = entry.End;
        }

        if (covered != dataLength)
            throw Invalid($"its last {dataLength - covered} bytes belong to no tensor");
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private InvalidDataException Invalid(string name, string reason) => Invalid($"tensor '{Shown(name)}': {reason}", (Exception?)null);

    private InvalidDataException Invalid(string reason, Exception? cause = null) => new($"'{path}' is refused: {reason}.", cause);
}
