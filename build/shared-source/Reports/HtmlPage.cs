using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace SharedSource.Reports;

/// <summary>A report page: one file, drawings inside, nothing loaded from anywhere, readable on light and dark screens and on paper.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _page = new();
    private int _figures;

    /// <summary>Starts a page.</summary>
    /// <param name="title">The title of the window; plain text.</param>
    /// <param name="heading">The heading; plain text.</param>
    /// <param name="lead">What the page is about, in a sentence; plain text.</param>
    /// <param name="style">The embedded style sheet with the colours of this page; null where the common one, page.css, has all.</param>
    public HtmlPage(string title, string heading, string lead, string? style = null)
    {
        _page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{E(title)}</title>\n<style>\n").Append(StyleSheet("page.css")).Append(style is null ? "" : StyleSheet(style))
            .Append(CultureInfo.InvariantCulture, $"</style>\n</head>\n<body>\n<main>\n<h1>{E(heading)}</h1>\n<p class=\"lead\">{E(lead)}</p>\n");
    }

    /// <summary>Adds a remark that must not be overlooked; plain text.</summary>
    public HtmlPage Notice(string text) => Html($"<p class=\"notice\">{E(text)}</p>\n");

    /// <summary>Adds ready HTML.</summary>
    public HtmlPage Html(string html)
    {
        _page.Append(html);
        return this;
    }

    /// <summary>Adds sentences as a list; plain text.</summary>
    public HtmlPage Findings(IEnumerable<string> sentences) =>
        Html($"<ul class=\"findings\">\n{string.Concat(sentences.Select(sentence => $"<li>{E(sentence)}</li>\n"))}</ul>\n");

    /// <summary>Adds a drawing with its title and caption, numbered in the order of the page.</summary>
    public HtmlPage Figure(Figure figure)
    {
        _figures++;
        _page.Append(CultureInfo.InvariantCulture, $"<figure id=\"{figure.Id}\">\n<h2>{E(figure.Title)}</h2>\n{figure.Svg}\n")
            .Append(CultureInfo.InvariantCulture, $"<figcaption><b>Figure {_figures}.</b> {E(figure.Caption)}</figcaption>\n</figure>\n");
        return this;
    }

    /// <summary>The whole page.</summary>
    public override string ToString() => _page + "</main>\n</body>\n</html>\n";

    /// <summary>Text for the page, with a percent sign kept on the line of its number.</summary>
    public static string E(string text) => WebUtility.HtmlEncode(text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);

    private static string StyleSheet(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
