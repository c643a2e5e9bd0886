namespace Lagom.Rl;

/// <summary>The colours that the built-in environments are drawn in.</summary>
internal static class Palette
{
    public static readonly Rgb Paper = Rgb.Of(0xF7F5F0);
    public static readonly Rgb Ink = Rgb.Of(0x2B2D33);
    public static readonly Rgb Line = Rgb.Of(0xC9C5BB);
    public static readonly Rgb Blue = Rgb.Of(0x2F6DB5);
    public static readonly Rgb Orange = Rgb.Of(0xE2893B);
    public static readonly Rgb Red = Rgb.Of(0xCF4B40);
    public static readonly Rgb Green = Rgb.Of(0x4A9E5C);
    public static readonly Rgb Yellow = Rgb.Of(0xEDBE3D);
    public static readonly Rgb Grey = Rgb.Of(0x7E8087);
}
