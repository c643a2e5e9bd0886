using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExpUtils;

/// <summary>Makes texts from outside safe as parts of a path.</summary>
internal static class PathSegment
{
    private const int LongestBytes = 200;
    private const int HashDigits = 16;

    private static readonly SearchValues<char> Reserved = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '/', '\\', ':', '*', '?', '"', '<', '>', '|', '%', '\u007f']);

    public static string Escape(string text)
    {
        if (text is "." or "..")
            return text.Replace(".", "%2E", StringComparison.Ordinal);
        if (text.AsSpan().IndexOfAny(Reserved) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char letter in text)
        {
            if (Reserved.Contains(letter))
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>Cuts a part of a path that file systems would refuse for its length; the hash of the whole keeps it distinct.</summary>
    public static string Shorten(string segment)
    {
        if (Encoding.UTF8.GetByteCount(segment) <= LongestBytes)
            return segment;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(segment)))[..HashDigits];
        int length = Math.Min(segment.Length, LongestBytes - HashDigits - 1);
        while (Encoding.UTF8.GetByteCount(segment.AsSpan(0, length)) > LongestBytes - HashDigits - 1 || char.IsHighSurrogate(segment[length - 1]))
            length--;
        return $"{segment.AsSpan(0, length)}~{hash}";
    }

    /// <summary>Whether a part would be taken for this folder or the one above, or refused by every file system.</summary>
    public static bool IsUnsafe(string segment) => segment is "." or ".." || segment.Contains('\0', StringComparison.Ordinal);
}
