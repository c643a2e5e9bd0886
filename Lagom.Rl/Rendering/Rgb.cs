namespace Lagom.Rl;

/// <summary>A colour.</summary>
/// <param name="Red">The red part.</param>
/// <param name="Green">The green part.</param>
/// <param name="Blue">The blue part.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Rgb Black => default;

    /// <summary>White.</summary>
    public static Rgb White => new(255, 255, 255);

    /// <summary>The colour of a number such as 0xFF8000.</summary>
    /// <param name="hex">Red, green and blue, two hexadecimal digits each.</param>
    public static Rgb Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    /// <summary>A mixture of two colours.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">The share of the other colour. Range: [0, 1]; beyond is clamped.</param>
    public Rgb Mixed(Rgb other, float share)
    {
        int weight = (int)(Math.Clamp(share, 0, 1) * 256 + 0.5f);
        return new Rgb(Mix(Red, other.Red, weight), Mix(Green, other.Green, weight), Mix(Blue, other.Blue, weight));
    }

    private static byte Mix(int from, int to, int weight) => (byte)(from + (((to - from) * weight + 128) >> 8));
}
