namespace Lagom.Rl;

/// <summary>Capital letters, digits and a few signs of 5 times 7 dots.</summary>
internal static class DotFont
{
    public const int Height = 7;
    public const int Advance = 6;

    private const int Width = 5;

    // Seven rows a sign, the top one first; of each row five bits, the left one first.
    private static readonly Dictionary<char, byte[]> Signs = new()
    {
        ['0'] = [14, 17, 19, 21, 25, 17, 14], ['1'] = [4, 12, 4, 4, 4, 4, 14], ['2'] = [14, 17, 1, 2, 4, 8, 31],
        ['3'] = [31, 2, 4, 2, 1, 17, 14], ['4'] = [2, 6, 10, 18, 31, 2, 2], ['5'] = [31, 16, 30, 1, 1, 17, 14],
        ['6'] = [6, 8, 16, 30, 17, 17, 14], ['7'] = [31, 1, 2, 4, 8, 8, 8], ['8'] = [14, 17, 17, 14, 17, 17, 14],
        ['9'] = [14, 17, 17, 15, 1, 2, 12], ['A'] = [14, 17, 17, 31, 17, 17, 17], ['B'] = [30, 17, 17, 30, 17, 17, 30],
        ['C'] = [14, 17, 16, 16, 16, 17, 14], ['D'] = [28, 18, 17, 17, 17, 18, 28], ['E'] = [31, 16, 16, 30, 16, 16, 31],
        ['F'] = [31, 16, 16, 30, 16, 16, 16], ['G'] = [14, 17, 16, 23, 17, 17, 15], ['H'] = [17, 17, 17, 31, 17, 17, 17],
        ['I'] = [14, 4, 4, 4, 4, 4, 14], ['J'] = [7, 2, 2, 2, 2, 18, 12], ['K'] = [17, 18, 20, 24, 20, 18, 17],
        ['L'] = [16, 16, 16, 16, 16, 16, 31], ['M'] = [17, 27, 21, 21, 17, 17, 17], ['N'] = [17, 17, 25, 21, 19, 17, 17],
        ['O'] = [14, 17, 17, 17, 17, 17, 14], ['P'] = [30, 17, 17, 30, 16, 16, 16], ['Q'] = [14, 17, 17, 17, 21, 18, 13],
        ['R'] = [30, 17, 17, 30, 20, 18, 17], ['S'] = [15, 16, 16, 14, 1, 1, 30], ['T'] = [31, 4, 4, 4, 4, 4, 4],
        ['U'] = [17, 17, 17, 17, 17, 17, 14], ['V'] = [17, 17, 17, 17, 17, 10, 4], ['W'] = [17, 17, 17, 21, 21, 21, 10],
        ['X'] = [17, 17, 10, 4, 10, 17, 17], ['Y'] = [17, 17, 17, 10, 4, 4, 4], ['Z'] = [31, 1, 2, 4, 8, 16, 31],
        ['+'] = [0, 4, 4, 31, 4, 4, 0], ['-'] = [0, 0, 0, 31, 0, 0, 0], ['.'] = [0, 0, 0, 0, 0, 12, 12],
        [':'] = [0, 12, 12, 0, 12, 12, 0], ['='] = [0, 0, 31, 0, 31, 0, 0], ['%'] = [24, 25, 2, 4, 8, 19, 3],
    };

    // The dots of a sign, those beside one another together.
    public static IEnumerable<(int X, int Y, int Width)> Runs(char sign)
    {
        if (!Signs.TryGetValue(char.ToUpperInvariant(sign), out byte[]? rows))
            yield break;
        for (int y = 0; y < Height; y++)
        {
            int start = -1;
            for (int x = 0; x <= Width; x++)
            {
                bool isSet = x < Width && (rows[y] >> (Width - 1 - x) & 1) == 1;
                if (isSet && start < 0)
                    start = x;
                if (isSet || start < 0)
                    continue;
                yield return (start, y, x - start);
                start = -1;
            }
        }
    }
}
