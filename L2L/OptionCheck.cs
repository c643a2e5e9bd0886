using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace L2L;

/// <summary>Checks options and arguments; messages name what is wrong, its value and the allowed range.</summary>
internal static class OptionCheck
{
    public static void Require<T>([DoesNotReturnIf(false)] bool isValid, string name, T value, string range)
    {
        if (!isValid)
            throw new ArgumentException($"{name} is {Format(value)}; it must be {range}.", name);
    }

    public static void Positive(double value, string name) => Require(value > 0 && double.IsFinite(value), name, value, "positive and finite");

    public static void NotNegative(double value, string name) => Require(value >= 0 && double.IsFinite(value), name, value, "finite and not negative");

    public static void AtLeast(int value, int least, string name) =>
        Require(value >= least, name, value, string.Create(CultureInfo.InvariantCulture, $"at least {least}"));

    public static void Fraction(double value, string name) => Require(value is >= 0 and <= 1, name, value, "in [0, 1]");

    private static string Format<T>(T value) => value is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"{value}");
}
