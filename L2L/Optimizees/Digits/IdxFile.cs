using System.Buffers.Binary;
using System.IO.Compression;

namespace L2L;

/// <summary>Reads arrays of bytes in the IDX format: two zeros, the type (8 = bytes), the rank, the big-endian dimensions, the bytes.</summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 8;

    public static (int[] Shape, byte[] Data) Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            Span<byte> head = stackalloc byte[4];
            content.ReadExactly(head);
            if (head[0] != 0 || head[1] != 0 || head[2] != UnsignedByte)
                throw new InvalidDataException($"'{path}' is no IDX file of bytes: it starts with {Convert.ToHexString(head)}.");
            var shape = new int[head[3]];
            Span<byte> number = stackalloc byte[4];
            long length = 1;
            for (int i = 0; i < shape.Length; i++)
            {
                content.ReadExactly(number);
                shape[i] = BinaryPrimitives.ReadInt32BigEndian(number);
                length *= shape[i];
            }

            if (length is < 0 or > int.MaxValue)
                throw new InvalidDataException($"'{path}' claims to hold an array [{string.Join(", ", shape)}].");
            var data = new byte[length];
            content.ReadExactly(data);
            return (shape, data);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException($"'{path}' ends before the data that its head announces.", exception);
        }
    }
}
