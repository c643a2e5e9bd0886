using System.Buffers.Binary;
using System.Text;

namespace Lagom.Rl.Tests;

/// <summary>Reads animations, by the specification and not by the writer's code: what a viewer would show, and for how many hundredths of a second.</summary>
internal static class GifReader
{
    public static List<(Frame Frame, int Delay)> Read(byte[] file)
    {
        Encoding.ASCII.GetString(file, 0, 6).Should().Be("GIF89a");
        var screen = new Frame(U16(file, 6), U16(file, 8));
        var frames = new List<(Frame, int)>();
        int at = 13, delay = 0;
        (file[10] & 0x80).Should().Be(0, "there are no common colours");
        while (file[at] != 0x3B)
        {
            if (file[at] == 0x21)
            {
                if (file[at + 1] == 0xF9)
                    delay = U16(file, at + 4);
                at += 2;
                ReadBlocks(file, ref at);
                continue;
            }

            file[at].Should().Be(0x2C);
            (int x, int y, int width, int height, byte flags) = (U16(file, at + 1), U16(file, at + 3), U16(file, at + 5), U16(file, at + 7), file[at + 9]);
            int colors = 2 << (flags & 7), table = at + 10;
            at = table + 3 * colors;
            int bits = file[at++];
            byte[] indices = Decoded(ReadBlocks(file, ref at), bits);
            indices.Should().HaveCount(width * height);
            for (int i = 0; i < indices.Length; i++)
                screen[x + i % width, y + i / width] = new Rgb(file[table + 3 * indices[i]], file[table + 3 * indices[i] + 1], file[table + 3 * indices[i] + 2]);
            frames.Add((screen.Copied(), delay));
        }

        at.Should().Be(file.Length - 1);
        return frames;
    }

    private static int U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static byte[] ReadBlocks(byte[] file, ref int at)
    {
        var data = new List<byte>();
        while (file[at] != 0)
        {
            data.AddRange(file.AsSpan(at + 1, file[at]));
            at += 1 + file[at];
        }

        at++;
        return [.. data];
    }

    private static byte[] Decoded(byte[] data, int bits)
    {
        int clear = 1 << bits, end = clear + 1, length = bits + 1, position = 0;
        var table = new List<byte[]>();
        var output = new List<byte>();
        byte[]? last = null;
        while (true)
        {
            int code = 0;
            for (int i = 0; i < length; i++, position++)
                code |= (data[position / 8] >> position % 8 & 1) << i;
            if (code == end)
                return [.. output];
            if (code == clear)
            {
                table = [.. Enumerable.Range(0, clear).Select(i => (byte[])[(byte)i]), [], []];
                (length, last) = (bits + 1, null);
                continue;
            }

            byte[] entry = code < table.Count ? table[code] : [.. last!, last![0]];
            output.AddRange(entry);
            if (last is not null && table.Count < 4096)
                table.Add([.. last, entry[0]]);
            if (table.Count == 1 << length && length < 12)
                length++;
            last = entry;
        }
    }
}
