using System.Buffers.Binary;
using System.Numerics;

namespace Lagom.Rl;

/// <summary>
/// Frames records as TensorFlow does: length (8 bytes, little-endian), its checksum, the record, its checksum. A checksum is CRC-32C,
/// rotated and shifted by a constant so that checksums of data with checksums stay meaningful.
/// </summary>
internal static class TfRecordWriter
{
    private const int LengthBytes = 8;
    private const int ChecksumBytes = 4;

    public static void Write(Stream stream, ReadOnlySpan<byte> record)
    {
        Span<byte> head = stackalloc byte[LengthBytes + ChecksumBytes];
        BinaryPrimitives.WriteInt64LittleEndian(head, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[LengthBytes..], MaskedChecksum(head[..LengthBytes]));
        Span<byte> tail = stackalloc byte[ChecksumBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedChecksum(record));
        stream.Write(head);
        stream.Write(record);
        stream.Write(tail);
    }

    private static uint MaskedChecksum(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        while (data.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[sizeof(ulong)..];
        }

        foreach (byte value in data)
            crc = BitOperations.Crc32C(crc, value);
        return unchecked(BitOperations.RotateRight(~crc, 15) + 0xa282ead8u);
    }
}
