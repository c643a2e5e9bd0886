using System.Globalization;

namespace Lagom.Rl;

/// <summary>Reads the options that choose where an episode starts.</summary>
internal static class ResetBounds
{
    public static (double Low, double High) Read(IReadOnlyDictionary<string, object>? options, double low, double high)
    {
        low = Number(options, "low", low);
        high = Number(options, "high", high);
        if (low > high)
            throw new ArgumentException($"The option 'low' is {low}, the option 'high' {high}; low must not be above high.", nameof(options));
        return (low, high);
    }

    public static double Number(IReadOnlyDictionary<string, object>? options, string name, double fallback)
    {
        if (options is null || !options.TryGetValue(name, out object? value))
            return fallback;
        double number = value is double or float or int or long ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(number)
            ? number
            : throw new ArgumentException($"The option '{name}' is {value}; it must be a finite number.", nameof(options));
    }
}
