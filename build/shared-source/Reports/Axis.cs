using System.Globalization;

namespace SharedSource.Reports;

/// <summary>Maps numbers to pixels, on a linear or a logarithmic scale, and chooses round ticks.</summary>
/// <param name="Low">The number at <paramref name="Start"/>.</param>
/// <param name="High">The number at <paramref name="End"/>.</param>
/// <param name="Start">The pixel of <paramref name="Low"/>.</param>
/// <param name="End">The pixel of <paramref name="High"/>.</param>
/// <param name="Logarithmic">Whether equal distances mean equal ratios; both numbers must then be above 0.</param>
internal sealed record Axis(double Low, double High, double Start, double End, bool Logarithmic = false)
{
    public double Map(double value)
    {
        double share = Logarithmic
            ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
            : (value - Low) / (High - Low);
        return Start + Math.Clamp(share, -1, 2) * (End - Start);
    }

    /// <summary>Round numbers inside the axis with their labels, about <paramref name="wanted"/> of them.</summary>
    public IEnumerable<(double Value, string Label)> Ticks(int wanted = 6) => Logarithmic ? Decades(wanted) : Linear(wanted);

    private IEnumerable<(double Value, string Label)> Linear(int wanted)
    {
        double raw = (High - Low) / wanted;
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = power * ((raw / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        for (long i = (long)Math.Ceiling(Low / step - 1e-9); i * step <= High + 1e-9 * step; i++)
            yield return (i * step, (i * step).ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    private IEnumerable<(double Value, string Label)> Decades(int wanted)
    {
        int first = (int)Math.Ceiling(Math.Log10(Low) - 1e-9);
        int last = (int)Math.Floor(Math.Log10(High) + 1e-9);
        int stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)wanted));
        for (int exponent = first; exponent <= last; exponent += stride)
            yield return (Math.Pow(10, exponent), exponent is >= -3 and <= 3
                ? Math.Pow(10, exponent).ToString("0.###", CultureInfo.InvariantCulture)
                : PowerOfTen(exponent));
    }

    /// <summary>Where ticks without a label stand: 2, 3, … 9 times each power of ten of a logarithmic axis.</summary>
    public IEnumerable<double> MinorTicks()
    {
        if (!Logarithmic)
            yield break;
        for (double decade = Math.Pow(10, Math.Floor(Math.Log10(Low))); decade < High; decade *= 10)
        {
            for (int times = 2; times <= 9; times++)
            {
                if (times * decade >= Low && times * decade <= High)
                    yield return times * decade;
            }
        }
    }

    /// <summary>A power of ten with a raised exponent.</summary>
    public static string PowerOfTen(int exponent) =>
        "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
