namespace Lagom.Rl;

/// <summary>A map of squares, numbered row by row.</summary>
internal sealed class GridMap
{
    private readonly string _squares;
    private readonly int _width;

    public GridMap(IReadOnlyList<string> rows, string letters)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows[0].Length == 0 || rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException("The map must have at least one row, and all rows the same length.", nameof(rows));
        _squares = string.Concat(rows);
        _width = rows[0].Length;
        if (_squares.FirstOrDefault(square => !letters.Contains(square)) is var unknown && unknown != default)
            throw new ArgumentException($"The map holds '{unknown}'; allowed are {string.Join(", ", letters.AsEnumerable())}.", nameof(rows));
        if (!_squares.Contains('S'))
            throw new ArgumentException("The map has no S, where an episode would start.", nameof(rows));
    }

    public char this[int square] => _squares[square];

    public FrameSize FrameSize => GridScene.SizeFor(_squares.Length / _width, _width);

    public double[] StartProbabilities(char start)
    {
        double count = _squares.Count(square => square == start);
        return [.. _squares.Select(square => square == start ? 1 / count : 0)];
    }

    public void Render(Frame frame, int state, Func<char, Rgb> colorOf)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var scene = new GridScene(frame, _squares.Length / _width, _width);
        for (int square = 0; square < _squares.Length; square++)
        {
            (int row, int column) = Math.DivRem(square, _width);
            scene.Square(row, column, colorOf(_squares[square]));
            if (_squares[square] == 'H')
                scene.Hole(row, column);
            if (_squares[square] == 'G')
                scene.Flag(row, column);
            if (_squares[square] == 'S' && square != state)
                scene.Label(row, column, "S");
        }

        (int atRow, int atColumn) = Math.DivRem(state, _width);
        scene.Walker(atRow, atColumn);
    }

    // The square beside, or the same one at the edge of the map.
    public int Moved(int square, int rows, int columns)
    {
        (int row, int column) = Math.DivRem(square, _width);
        row = Math.Clamp(row + rows, 0, _squares.Length / _width - 1);
        column = Math.Clamp(column + columns, 0, _width - 1);
        return row * _width + column;
    }
}
