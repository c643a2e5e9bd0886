using System.Globalization;
using System.Text;

namespace Layg.Sampling;

/// <summary>Writes a point into an error message so that it can be pasted back into code.</summary>
internal static class PointText
{
    private const int MaxShown = 16;

    public static string Of(ReadOnlySpan<double> point)
    {
        var text = new StringBuilder("(");
        for (int i = 0; i < Math.Min(point.Length, MaxShown); i++)
            text.Append(i == 0 ? "" : ", ").Append(point[i].ToString("R", CultureInfo.InvariantCulture));
        if (point.Length > MaxShown)
            text.Append(CultureInfo.InvariantCulture, $", … {point.Length} numbers");
        return text.Append(')').ToString();
    }
}
