using System.Globalization;

namespace Lagom.Rl;

/// <summary>Writes numbers at the ticks of an axis.</summary>
public static class TickText
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;

    /// <summary>Writes a number in thousands (K) or millions (M) where it is that large: "250.0", "1.5K", "2.5M".</summary>
    /// <param name="value">The number.</param>
    /// <param name="integer">Whether what follows the point is cut off: "1K".</param>
    public static string Of(double value, bool integer = false)
    {
        (double shown, string unit) = Math.Abs(value) switch
        {
            < Thousand => (value, ""),
            < Million => (value / Thousand, "K"),
            _ => (value / Million, "M"),
        };
        return (integer ? Math.Truncate(shown).ToString("F0", CultureInfo.InvariantCulture) : PythonText.Of(shown)) + unit;
    }
}
