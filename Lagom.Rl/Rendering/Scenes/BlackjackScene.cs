using System.Globalization;
using System.Numerics;

namespace Lagom.Rl;

/// <summary>The table: the dealer's cards above, the player's below, their sums beside them.</summary>
internal static class BlackjackScene
{
    private static readonly Rgb Table = Rgb.Of(0x2E6B4A);

    public static void Draw(Frame frame, IReadOnlyList<int> dealer, IReadOnlyList<int> player, int playerSum, bool isRevealed, int dealerSum)
    {
        frame.Clear(Table);
        var canvas = new Canvas(frame, new Vector2(-3.6f, -2.6f), new Vector2(3.6f, 2.6f));
        DrawHand(canvas, dealer, -1.35f, isRevealed ? dealer.Count : 1);
        DrawHand(canvas, player, 1.15f, player.Count);
        if (player.Count == 0)
            return;
        canvas.Text("DEALER" + (isRevealed ? " " + Number(dealerSum) : ""), new Vector2(0, -0.1f), 0.22f, Palette.Paper);
        canvas.Text("PLAYER " + Number(playerSum), new Vector2(0, 2.35f), 0.22f, Palette.Paper);
    }

    private static void DrawHand(Canvas canvas, IReadOnlyList<int> cards, float y, int open)
    {
        float step = Math.Min(1.35f, 6f / Math.Max(1, cards.Count));
        for (int i = 0; i < cards.Count; i++)
        {
            var middle = new Vector2((i - (cards.Count - 1) / 2f) * step, y);
            Card(canvas, middle, 0.04f, Palette.Ink);
            Card(canvas, middle, 0, i < open ? Palette.Paper : Palette.Blue);
            if (i < open)
                canvas.Text(cards[i] == 1 ? "A" : Number(cards[i]), middle, 0.5f, cards[i] == 1 ? Palette.Red : Palette.Ink);
            else
                Card(canvas, middle, -0.12f, Palette.Blue.Mixed(Palette.Paper, 0.3f));
        }
    }

    // A card with round corners, larger on all sides by a border.
    private static void Card(Canvas canvas, Vector2 middle, float border, Rgb color)
    {
        const float Corner = 0.1f;
        var half = new Vector2(0.52f - Corner, 0.78f - Corner);
        canvas.Rectangle(middle - half - new Vector2(Corner + border, 0), middle + half + new Vector2(Corner + border, 0), color);
        canvas.Rectangle(middle - half - new Vector2(0, Corner + border), middle + half + new Vector2(0, Corner + border), color);
        foreach (Vector2 corner in (ReadOnlySpan<Vector2>)[new(-1, -1), new(1, -1), new(-1, 1), new(1, 1)])
            canvas.Disc(middle + corner * half, Corner + border, color);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
