using System.Globalization;
using System.Text.Json;

namespace Lagom.Rl;

/// <summary>Reads what a <see cref="JsonLinesSink"/> wrote.</summary>
public static class JsonLinesLog
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>Reads all records of a file; a last line without an end, which a process that died has left, is skipped.</summary>
    /// <param name="path">The file. It may still be written to.</param>
    /// <exception cref="InvalidDataException">A line is no record; the message gives its number.</exception>
    public static IReadOnlyList<MetricRecord> Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var records = new List<MetricRecord>();
        foreach ((ReadOnlyMemory<byte> line, int number) in WholeLines(file))
            records.Add(Parse(line, path, number));
        return records;
    }

    /// <summary>The length of the part of a file with whole lines, until the first line of a step or a later one.</summary>
    internal static long LengthBefore(Stream file, string path, long? step)
    {
        long length = 0;
        foreach ((ReadOnlyMemory<byte> line, int number) in WholeLines(file))
        {
            if (Parse(line, path, number).Step >= step)
                break;
            length += line.Length + 1;
        }

        return length;
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Line, int Number)> WholeLines(Stream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        var content = new byte[file.Length];
        int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        int start = 0;
        for (int number = 1; Array.IndexOf(content, LineEnd, start, length - start) is var end and >= 0; number++)
        {
            yield return (content.AsMemory(start, end - start), number);
            start = end + 1;
        }
    }

    private static MetricRecord Parse(ReadOnlyMemory<byte> line, string path, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
            long step = document.RootElement.GetProperty(JsonLinesSink.StepName).GetInt64();
            foreach (JsonProperty property in document.RootElement.EnumerateObject().Where(property => property.Name != JsonLinesSink.StepName))
            {
                metrics[property.Name] = property.Value.ValueKind == JsonValueKind.String
                    ? double.Parse(property.Value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
                    : property.Value.GetDouble();
            }

            return new MetricRecord(step, metrics);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"Line {number} of '{path}' is no record of figures: {exception.Message}", exception);
        }
    }
}
