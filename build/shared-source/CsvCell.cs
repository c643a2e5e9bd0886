namespace SharedSource;

/// <summary>Cells of comma-separated files.</summary>
internal static class CsvCell
{
    /// <summary>The text as a cell: in quotes where it holds a comma, a quote or a line break.</summary>
    /// <remarks><b>Source:</b> RFC 4180.</remarks>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
