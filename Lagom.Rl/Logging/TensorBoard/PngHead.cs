using System.Buffers.Binary;

namespace Lagom.Rl;

/// <summary>Reads the size of an image from the head of a PNG file.</summary>
internal static class PngHead
{
    private const int Length = 26;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static (int Width, int Height, int Channels) Read(ReadOnlySpan<byte> png, string name)
    {
        if (png.Length < Length || !png.StartsWith(Signature))
            throw new ArgumentException("The bytes are not the content of a PNG file.", name);
        int channels = png[25] switch
        {
            0 => 1,
            4 => 2,
            6 => 4,
            _ => 3,
        };
        return (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]), channels);
    }
}
