using System.Numerics;

namespace Lagom.Rl;

/// <summary>Draws maps of squares; a square is one unit wide, rows count downwards.</summary>
internal sealed class GridScene
{
    private const float Gap = 0.03f;

    private readonly Canvas _canvas;

    public GridScene(Frame frame, int rows, int columns)
    {
        frame.Clear(Palette.Paper);
        _canvas = new Canvas(frame, new Vector2(-0.1f, -0.1f), new Vector2(columns + 0.1f, rows + 0.1f));
    }

    public static FrameSize SizeFor(int rows, int columns)
    {
        int square = Math.Clamp(768 / Math.Max(rows, columns), 4, 80);
        return new FrameSize(columns * square + square / 5, rows * square + square / 5);
    }

    public void Square(int row, int column, Rgb color) =>
        _canvas.Rectangle(new Vector2(column + Gap, row + Gap), new Vector2(column + 1 - Gap, row + 1 - Gap), color);

    public void Hole(int row, int column)
    {
        _canvas.Disc(Middle(row, column), 0.36f, Palette.Blue.Mixed(Palette.Ink, 0.35f));
        _canvas.Disc(Middle(row, column) + new Vector2(0, 0.03f), 0.31f, Palette.Ink);
    }

    public void Flag(int row, int column)
    {
        Vector2 foot = Middle(row, column) + new Vector2(-0.14f, 0.32f), top = foot - new Vector2(0, 0.64f);
        _canvas.Line(foot, top, 0.05f, Palette.Ink);
        _canvas.Polygon([top, top + new Vector2(0.42f, 0.16f), top + new Vector2(0, 0.32f)], Palette.Red);
    }

    public void Label(int row, int column, string text) => _canvas.Text(text, Middle(row, column), 0.36f, Palette.Ink);

    public void Walker(int row, int column)
    {
        Vector2 middle = Middle(row, column);
        _canvas.Disc(middle, 0.28f, Palette.Ink);
        _canvas.Disc(middle, 0.25f, Palette.Orange);
        foreach (float side in (ReadOnlySpan<float>)[-0.09f, 0.09f])
            _canvas.Disc(middle + new Vector2(side, -0.05f), 0.045f, Palette.Ink);
        _canvas.Path([middle + new Vector2(-0.1f, 0.08f), middle + new Vector2(0, 0.13f), middle + new Vector2(0.1f, 0.08f)], 0.04f, Palette.Ink);
    }

    public void WallEast(int row, int column) =>
        _canvas.Line(new Vector2(column + 1, row), new Vector2(column + 1, row + 1), 0.1f, Palette.Ink);

    public void Outline(int row, int column, Rgb color)
    {
        const float Inset = 0.09f;
        Vector2 low = new(column + Inset, row + Inset), high = new(column + 1 - Inset, row + 1 - Inset);
        _canvas.Path([low, new Vector2(high.X, low.Y), high, new Vector2(low.X, high.Y), low], 0.07f, color);
    }

    public void Taxi(int row, int column)
    {
        Vector2 middle = Middle(row, column);
        ReadOnlySpan<Vector2> cabin = [middle + new Vector2(-0.2f, -0.05f), middle + new Vector2(-0.12f, -0.22f), middle + new Vector2(0.12f, -0.22f), middle + new Vector2(0.2f, -0.05f)];
        _canvas.Polygon(cabin, Palette.Ink);
        _canvas.Rectangle(middle + new Vector2(-0.36f, -0.06f), middle + new Vector2(0.36f, 0.16f), Palette.Yellow);
        _canvas.Rectangle(middle + new Vector2(-0.36f, 0.02f), middle + new Vector2(0.36f, 0.06f), Palette.Ink);
        foreach (float wheel in (ReadOnlySpan<float>)[-0.2f, 0.2f])
            _canvas.Disc(middle + new Vector2(wheel, 0.17f), 0.09f, Palette.Ink);
    }

    public void Passenger(int row, int column, bool isRiding)
    {
        Vector2 middle = Middle(row, column) + (isRiding ? new Vector2(0, -0.13f) : new Vector2(0.3f, 0.24f));
        float size = isRiding ? 0.6f : 1;
        _canvas.Line(middle, middle + new Vector2(0, 0.08f * size), 0.14f * size, Palette.Blue);
        _canvas.Disc(middle - new Vector2(0, 0.12f * size), 0.075f * size, Palette.Orange);
    }

    private static Vector2 Middle(int row, int column) => new(column + 0.5f, row + 0.5f);
}
