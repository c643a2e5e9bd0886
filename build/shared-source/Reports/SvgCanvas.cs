using System.Globalization;
using System.Net;
using System.Text;

namespace SharedSource.Reports;

/// <summary>Writes the elements of one SVG drawing. Colours come from the page's style sheet, by class.</summary>
internal sealed class SvgCanvas(double width, double height, string label)
{
    private readonly StringBuilder _body = new();

    public double Width { get; } = width;

    public double Height { get; } = height;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" class=\"{style}\"/>");

    public void Rectangle(double x, double y, double boxWidth, double boxHeight, string style, double opacity = 1) =>
        Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(boxWidth)}\" height=\"{N(boxHeight)}\" class=\"{style}\"{(opacity == 1 ? "" : $" fill-opacity=\"{N(opacity)}\"")}/>");

    public void Circle(double x, double y, double radius, string style) =>
        Append($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" class=\"{style}\"/>");

    /// <summary>Draws one or more lines through points; with <paramref name="closed"/> each is an outline that may be filled.</summary>
    public void Path(IEnumerable<IReadOnlyList<(double X, double Y)>> lines, string style, bool closed = false)
    {
        var path = new StringBuilder();
        foreach (IReadOnlyList<(double X, double Y)> line in lines)
        {
            for (int i = 0; i < line.Count; i++)
                path.Append(i == 0 ? 'M' : 'L').Append(N(line[i].X)).Append(' ').Append(N(line[i].Y));
            if (closed)
                path.Append('Z');
        }

        if (path.Length > 0)
            Append($"<path d=\"{path}\" class=\"{style}\"/>");
    }

    public void Text(double x, double y, string text, string style, double rotate = 0)
    {
        string turn = rotate == 0 ? "" : $" transform=\"rotate({N(rotate)} {N(x)} {N(y)})\"";
        Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" class=\"{style}\"{turn}>{WebUtility.HtmlEncode(text)}</text>");
    }

    public override string ToString() =>
        $"<svg viewBox=\"0 0 {N(Width)} {N(Height)}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">\n{_body}</svg>";

    private void Append(string element) => _body.Append(element).Append('\n');

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
