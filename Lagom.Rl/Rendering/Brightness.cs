namespace Lagom.Rl;

/// <summary>How bright a colour looks, by the weights of ITU-R BT.601.</summary>
internal static class Brightness
{
    public static float Of(float red, float green, float blue) => 0.299f * red + 0.587f * green + 0.114f * blue;
}
