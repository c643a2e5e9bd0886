using System.Globalization;

namespace ExpUtils;

/// <summary>Dotted paths of parameters; list positions are written <c>[i]</c>.</summary>
internal static class ParameterPath
{
    /// <summary>Segments are names (<see cref="string"/>) and list positions (<see cref="int"/>).</summary>
    public static string Join(IEnumerable<object> segments) => string.Join('.', segments.Select(Text));

    /// <summary>A text whose code point order is that of the paths, with list positions in the order of their numbers.</summary>
    public static string SortKey(IEnumerable<object> segments) =>
        string.Join('.', segments.Select(segment => segment is int position ? $"[{position.ToString("D10", CultureInfo.InvariantCulture)}]" : segment));

    /// <summary>Orders as UTF-8 bytes, and so as code points, where ordinal comparison goes by UTF-16 units.</summary>
    public static int CompareCodePoints(string left, string right)
    {
        int shared = left.AsSpan().CommonPrefixLength(right);
        return shared == left.Length || shared == right.Length ? left.Length.CompareTo(right.Length) : Rank(left[shared]).CompareTo(Rank(right[shared]));
    }

    /// <summary>Whether the path is the name or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string name) =>
        path.StartsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[name.Length] == '.');

    private static string Text(object segment) =>
        segment is int position ? string.Create(CultureInfo.InvariantCulture, $"[{position}]") : (string)segment;

    // Surrogates stand for code points above those of the units from E000 on.
    private static int Rank(char unit) => unit < '\uD800' ? unit : unit >= '\uE000' ? unit - 0x800 : unit + 0x2000;
}
