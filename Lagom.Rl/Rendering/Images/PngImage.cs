using System.Buffers.Binary;
using System.IO.Compression;
using SharedSource;

namespace Lagom.Rl;

/// <summary>Writes pictures as PNG.</summary>
/// <remarks><b>Source:</b> W3C (2003), "Portable Network Graphics (PNG) specification", second edition; ISO/IEC 15948.</remarks>
public static class PngImage
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture to a file: all of it, or where that fails the file stays as it was.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="frame">The picture.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, Frame frame)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(frame);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, stream => Write(stream, frame));
    }

    /// <summary>Writes a picture to a stream.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="frame">The picture.</param>
    public static void Write(Stream stream, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(frame);
        stream.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, frame.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], frame.Height);
        header[8] = 8;      // bits a part
        header[9] = 2;      // red, green, blue
        WriteChunk(stream, "IHDR"u8, header);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var line = new byte[1 + 3 * frame.Width];
            for (int y = 0; y < frame.Height; y++)
            {
                PngFilter.Best(frame, y, line);
                zlib.Write(line);
            }
        }

        WriteChunk(stream, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc32.Continued(Crc32.Continued(uint.MaxValue, type), data));
        stream.Write(number);
    }
}
