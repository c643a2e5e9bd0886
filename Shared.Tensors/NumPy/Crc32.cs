using System.Buffers.Binary;

namespace Shared.Tensors.NumPy;

/// <summary>The checksum of zip files (polynomial 0x04C11DB7, reflected), eight bytes at a step.</summary>
internal static class Crc32
{
    private const int Slices = 8;
    private static readonly uint[] Table = CreateTable();

    /// <summary>Extends the checksum of some bytes by more bytes; the checksum of none is 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
        uint rest = ~checksum;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ rest;
            rest = 0;
            for (int slice = Slices - 1; slice >= 0; slice--, word >>= 8)
                rest ^= table[slice << 8 | (byte)word];
        }

        foreach (byte value in bytes)
            rest = rest >> 8 ^ table[(byte)(rest ^ value)];
        return ~rest;
    }

    // Entry [slice, value]: what the byte does to the checksum once as many zero bytes as the slice says have followed it.
    private static uint[] CreateTable()
    {
        uint[] table = new uint[Slices << 8];
        for (uint value = 0; value < 256; value++)
        {
            uint rest = value;
            for (int bit = 0; bit < 8; bit++)
                rest = (rest & 1) != 0 ? rest >> 1 ^ 0xEDB88320 : rest >> 1;
            table[value] = rest;
        }

        for (int entry = 256; entry < table.Length; entry++)
            table[entry] = table[entry - 256] >> 8 ^ table[(byte)table[entry - 256]];
        return table;
    }
}
