using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lagom.Evolution;

/// <summary>Checks options and arguments; messages name what is wrong, its value and the allowed range.</summary>
internal static class OptionCheck
{
    public static void Require<T>([DoesNotReturnIf(false)] bool isValid, string name, T value, string range)
    {
        if (!isValid)
            throw new ArgumentException($"{name} is {Format(value)}; it must be {range}.", name);
    }

    /// <summary>Checks a first point: not empty, all finite.</summary>
    public static void RequirePoint(ReadOnlySpan<double> point, string name)
    {
        if (point.IsEmpty)
            throw new ArgumentException($"{name} is empty; it must have at least one coordinate.", name);
        for (int i = 0; i < point.Length; i++)
            Require(double.IsFinite(point[i]), $"{name}[{i}]", point[i], "a finite number");
    }

    /// <summary>Checks a first step size.</summary>
    public static void RequireStep(double sigma, string name) =>
        Require(sigma > 0 && double.IsFinite(sigma), name, sigma, "positive and finite");

    private static string Format<T>(T value) => value is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"{value}");
}
