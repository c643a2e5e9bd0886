using System.Buffers.Binary;
using System.Text.Json;

namespace SharedSource.Workers;

/// <summary>What travels between a program and its workers: length (4 bytes, little-endian), kind (1 byte), UTF-8 JSON.</summary>
/// <param name="Kind">What the frame is.</param>
/// <param name="Json">Its content.</param>
internal sealed record WorkerFrame(WorkerFrameKind Kind, byte[] Json)
{
    private const int HeaderLength = 5;
    private const int LongestContent = 1 << 30;

    public static async Task WriteAsync(Stream stream, WorkerFrameKind kind, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var frame = new byte[HeaderLength + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        frame[4] = (byte)kind;
        json.CopyTo(frame.AsMemory(HeaderLength));
        await stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one frame; null where the other side has gone.</summary>
    public static async Task<WorkerFrame?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            var header = new byte[HeaderLength];
            await stream.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            int length = BinaryPrimitives.ReadInt32LittleEndian(header);
            if (length is < 0 or > LongestContent)
                throw new InvalidDataException($"A frame of {length} bytes: something other than a worker writes to the pipe.");
            var json = new byte[length];
            await stream.ReadExactlyAsync(json, cancellationToken).ConfigureAwait(false);
            return new WorkerFrame((WorkerFrameKind)header[4], json);
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public static byte[] ErrorContent(Exception exception)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(exception.GetType().FullName);
            writer.WriteStringValue(exception.Message);
            writer.WriteStringValue(exception.ToString());
            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    public WorkerHandlerException ToException()
    {
        using JsonDocument content = JsonDocument.Parse(Json);
        JsonElement parts = content.RootElement;
        return new WorkerHandlerException(parts[0].GetString()!, parts[1].GetString()!, parts[2].GetString()!);
    }
}
