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
}
