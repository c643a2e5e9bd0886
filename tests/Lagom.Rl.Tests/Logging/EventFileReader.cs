using System.Buffers.Binary;
using System.Text;

namespace Lagom.Rl.Tests;

/// <summary>
/// Reads TensorBoard's event files by the published formats alone: its own checksum (bit by bit) and its own reader of protocol-buffers
/// fields. A message is a list of (field number, content): long for varints, byte[] for the rest.
/// </summary>
internal static class EventFileReader
{
    public static List<List<(int Field, object Content)>> Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        var events = new List<List<(int Field, object Content)>>();
        for (int at = 0; at < file.Length;)
        {
            long length = BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            CheckSum(file.AsSpan(at, 8), file.AsSpan(at + 8));
            ReadOnlySpan<byte> record = file.AsSpan(at + 12, (int)length);
            CheckSum(record, file.AsSpan(at + 12 + (int)length));
            events.Add(Fields(record));
            at += 16 + (int)length;
        }

        return events;
    }

    public static List<(int Field, object Content)> Fields(ReadOnlySpan<byte> message)
    {
        var fields = new List<(int Field, object Content)>();
        for (int at = 0; at < message.Length;)
        {
            long tag = Varint(message, ref at);
            (int field, int wireType) = ((int)(tag >> 3), (int)(tag & 7));
            int length = wireType switch
            {
                0 => 0,
                1 => 8,
                5 => 4,
                2 => (int)Varint(message, ref at),
                _ => throw new InvalidDataException($"Wire type {wireType}."),
            };
            fields.Add((field, wireType == 0 ? Varint(message, ref at) : message.Slice(at, length).ToArray()));
            at += length;
        }

        return fields;
    }

    public static byte[] Bytes(this List<(int Field, object Content)> message, params int[] path)
    {
        List<(int Field, object Content)> inner = message;
        foreach (int field in path[..^1])
            inner = Fields((byte[])inner.Single(each => each.Field == field).Content);
        return (byte[])inner.Single(each => each.Field == path[^1]).Content;
    }

    public static long Integer(this List<(int Field, object Content)> message, int field) => (long)message.Single(each => each.Field == field).Content;

    public static double Double(this List<(int Field, object Content)> message, params int[] path) => BinaryPrimitives.ReadDoubleLittleEndian(message.Bytes(path));

    public static float Single(this List<(int Field, object Content)> message, params int[] path) => BinaryPrimitives.ReadSingleLittleEndian(message.Bytes(path));

    public static string Text(this List<(int Field, object Content)> message, params int[] path) => Encoding.UTF8.GetString(message.Bytes(path));

    public static double[] Doubles(this List<(int Field, object Content)> message, params int[] path) =>
        [.. message.Bytes(path).Chunk(8).Select(chunk => BinaryPrimitives.ReadDoubleLittleEndian(chunk))];

    public static IEnumerable<List<(int Field, object Content)>> Messages(this List<(int Field, object Content)> message, int field) =>
        message.Where(each => each.Field == field).Select(each => Fields((byte[])each.Content));

    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = 0xffffffff;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82f63b78 : crc >> 1;
        }

        return ~crc;
    }

    private static void CheckSum(ReadOnlySpan<byte> data, ReadOnlySpan<byte> written)
    {
        uint crc = Crc32C(data);
        uint masked = unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8u);
        BinaryPrimitives.ReadUInt32LittleEndian(written).Should().Be(masked);
    }

    private static long Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return (long)value;
        }
    }
}
