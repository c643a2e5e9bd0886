namespace ExpUtils;

/// <summary>A save path's pattern: text with placeholders such as <c>{params}</c>.</summary>
internal sealed class SavePathTemplate
{
    private readonly List<(string Text, bool IsPlaceholder)> _parts = [];
    private readonly string _pattern;
    private readonly int _climbs;

    public SavePathTemplate(string pattern)
    {
        _pattern = pattern;
        string expanded = EnvironmentText.Expand(pattern, "The save path");
        int position = 0;
        while (position < expanded.Length)
        {
            int open = expanded.IndexOf('{', position);
            if (open < 0)
                open = expanded.Length;
            if (open > position)
                _parts.Add((expanded[position..open], false));
            if (open == expanded.Length)
                break;
            int close = expanded.IndexOf('}', open);
            if (close < 0)
                throw new ExpUtilsException($"The save path '{pattern}' opens a placeholder with {{ that no }} closes.");
            _parts.Add((expanded[(open + 1)..close], true));
            position = close + 1;
        }

        string literal = string.Concat(_parts.SkipWhile(part => !part.IsPlaceholder).Select(part => part.IsPlaceholder ? "x" : part.Text));
        if (_parts.Count == 0 || literal.Split('/').Any(PathSegment.IsUnsafe))
            throw new ExpUtilsException($"The save path '{pattern}' must name a folder, and climb with ../ only before its first placeholder.");
        _climbs = _parts[0].IsPlaceholder ? 0 : _parts[0].Text.Split('/').Count(PathSegment.IsUnsafe);
    }

    /// <summary>Fills the placeholders.</summary>
    /// <param name="resolve">The text of a placeholder, and whether slashes in it part folders; null where it is unknown.</param>
    /// <param name="known">Names for the message about an unknown one.</param>
    /// <param name="format">How texts are made fit for file systems.</param>
    public string Fill(Func<string, (string Text, bool HasFolders)?> resolve, Func<IEnumerable<string>> known, SavePathFormat format)
    {
        IEnumerable<string> texts = _parts.Select(part => part.IsPlaceholder ? Value(part.Text, resolve, known, format) : part.Text);
        string path = string.Concat(texts);
        string[] segments = path.Split('/');
        string filled = PathText.Join(format == SavePathFormat.Portable ? string.Join('/', segments.Select(PathSegment.Shorten)) : path);
        if (filled.Split('/').Count(PathSegment.IsUnsafe) > _climbs)
            throw new ExpUtilsException($"The save path '{_pattern}' would become '{filled}' and lead out of the results folder.");
        return filled.Length > 0 ? filled : throw new ExpUtilsException($"The save path '{_pattern}' is empty here: its placeholders have no text.");
    }

    private string Value(
        string name, Func<string, (string Text, bool HasFolders)?> resolve, Func<IEnumerable<string>> known, SavePathFormat format)
    {
        if (resolve(name) is not { } value)
            throw Unknown(name, known());
        bool hasFolders = value.HasFolders || format == SavePathFormat.Verbatim;
        string[] segments = hasFolders ? value.Text.Split('/', StringSplitOptions.RemoveEmptyEntries) : [value.Text];
        if (hasFolders && segments.Any(PathSegment.IsUnsafe))
            throw new ExpUtilsException($"The text '{value.Text}' of {{{name}}} would lead out of the results folder; save paths never do.");
        return string.Join('/', format == SavePathFormat.Portable ? segments.Select(PathSegment.Escape) : segments);
    }

    private ExpUtilsException Unknown(string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string? nearest = SharedSource.NearestName.Of(name, names);
        return new ExpUtilsException(
            $"The save path '{_pattern}' has the placeholder {{{name}}}, which nothing gives a text.{(nearest is null ? "" : $" Did you mean {{{nearest}}}?")} Known are: {string.Join(", ", names)}.");
    }
}
