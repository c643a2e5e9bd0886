using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lagom.Rl.Tests;

/// <summary>Reads PNG files of eight-bit colours, by the specification and not by the writer's code.</summary>
internal static class PngReader
{
    public static Frame Read(byte[] file)
    {
        file.AsSpan(0, 8).ToArray().Should().Equal(137, 80, 78, 71, 13, 10, 26, 10);
        int at = 8, width = 0, height = 0;
        using var data = new MemoryStream();
        string type;
        do
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            type = Encoding.ASCII.GetString(file, at + 4, 4);
            ReadOnlySpan<byte> chunk = file.AsSpan(at + 8, length);
            CheckSum(file.AsSpan(at + 4, length + 4)).Should().Be(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)), type);
            if (type == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunk), BinaryPrimitives.ReadInt32BigEndian(chunk[4..]));
                chunk[8..].ToArray().Should().Equal(8, 2, 0, 0, 0);
            }
            else if (type == "IDAT")
            {
                data.Write(chunk);
            }

            at += 12 + length;
        }
        while (type != "IEND");
        at.Should().Be(file.Length);
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        return Unfiltered(lines.ToArray(), width, height);
    }

    private static Frame Unfiltered(byte[] lines, int width, int height)
    {
        lines.Should().HaveCount(height * (1 + 3 * width));
        var frame = new Frame(width, height);
        int stride = 3 * width;
        for (int y = 0; y < height; y++)
        {
            byte filter = lines[y * (stride + 1)];
            filter.Should().BeLessThan(3);
            for (int x = 0; x < stride; x++)
            {
                int left = x < 3 ? 0 : frame.Pixels[y * stride + x - 3], above = y == 0 ? 0 : frame.Pixels[(y - 1) * stride + x];
                frame.Pixels[y * stride + x] = (byte)(lines[y * (stride + 1) + 1 + x] + filter switch { 1 => left, 2 => above, _ => 0 });
            }
        }

        return frame;
    }

    // Bit by bit, as the polynomial is defined.
    private static uint CheckSum(ReadOnlySpan<byte> data)
    {
        uint sum = uint.MaxValue;
        foreach (byte part in data)
        {
            sum ^= part;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
        }

        return ~sum;
    }
}
