namespace ExpUtils;

/// <summary>Paths as texts with forward slashes, by the rules of PyExpUtils.</summary>
internal static class PathText
{
    /// <summary>Joins parts: empty ones are dropped, slashes collapse, and only one at the start of the first part stays.</summary>
    public static string Join(params IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
            throw new ArgumentException("There is no part to join.", nameof(parts));
        string body = string.Join('/', parts.SelectMany(part => part.Split('/', StringSplitOptions.RemoveEmptyEntries)));
        return parts[0].StartsWith('/') ? "/" + body : body;
    }

    /// <summary>What holds the file or folder.</summary>
    public static string Up(string path)
    {
        int slash = path.LastIndexOf('/');
        if (slash < 0)
            throw new ArgumentException($"'{path}' has nothing above it.", nameof(path));
        return slash == 0 ? "/" : path[..slash];
    }

    /// <summary>All but the first part; the leading slash of an absolute path counts as one.</summary>
    public static string Rest(string path) => string.Join('/', Split(path).Skip(1));

    /// <summary>The last part.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The parts; the first of an absolute path is the slash.</summary>
    public static IReadOnlyList<string> Split(string path)
    {
        string[] parts = path.Split('/');
        if (path.StartsWith('/'))
            parts[0] = "/";
        return parts;
    }
}
