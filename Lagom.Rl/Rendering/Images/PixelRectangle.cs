namespace Lagom.Rl;

/// <summary>A part of a picture.</summary>
internal readonly record struct PixelRectangle(int X, int Y, int Width, int Height)
{
    // The smallest part outside which two pictures agree; one pixel where they agree everywhere.
    public static PixelRectangle OfChange(Frame before, Frame after)
    {
        int top = 0, bottom = after.Height - 1;
        while (top < bottom && before.Row(top).SequenceEqual(after.Row(top)))
            top++;
        while (bottom > top && before.Row(bottom).SequenceEqual(after.Row(bottom)))
            bottom--;
        int left = after.Width, right = -1;
        for (int y = top; y <= bottom; y++)
        {
            int same = before.Row(y).CommonPrefixLength(after.Row(y)) / 3;
            if (same == after.Width)
                continue;
            left = Math.Min(left, same);
            right = Math.Max(right, LastChange(before.Row(y), after.Row(y)));
        }

        return right < 0 ? new PixelRectangle(0, 0, 1, 1) : new PixelRectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private static int LastChange(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        int at = after.Length - 1;
        while (before[at] == after[at])
            at--;
        return at / 3;
    }
}
