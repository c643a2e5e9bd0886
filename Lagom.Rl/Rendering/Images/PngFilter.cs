namespace Lagom.Rl;

/// <summary>Writes a row of a picture as PNG stores it: with that of three filters that leaves the smallest numbers.</summary>
internal static class PngFilter
{
    private const int None = 0;
    private const int Left = 1;
    private const int Above = 2;

    public static void Best(Frame frame, int y, Span<byte> line)
    {
        ReadOnlySpan<byte> row = frame.Row(y);
        int best = None;
        long least = long.MaxValue;
        foreach (int filter in (ReadOnlySpan<int>)[None, Left, Above])
        {
            if (filter == Above && y == 0)
                continue;
            ReadOnlySpan<byte> above = y > 0 ? frame.Row(y - 1) : default;
            long sum = 0;
            for (int i = 0; i < row.Length; i++)
                sum += Math.Abs((int)(sbyte)Filtered(filter, row, above, i));
            if (sum < least)
                (least, best) = (sum, filter);
        }

        line[0] = (byte)best;
        ReadOnlySpan<byte> before = y > 0 ? frame.Row(y - 1) : default;
        for (int i = 0; i < row.Length; i++)
            line[1 + i] = Filtered(best, row, before, i);
    }

    private static byte Filtered(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int i) => filter switch
    {
        Left => (byte)(row[i] - (i < 3 ? 0 : row[i - 3])),
        Above => (byte)(row[i] - above[i]),
        _ => row[i],
    };
}
