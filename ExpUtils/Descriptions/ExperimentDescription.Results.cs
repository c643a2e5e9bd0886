namespace ExpUtils;

/// <content>Where the results of all indices lie together.</content>
public sealed partial class ExperimentDescription
{
    /// <summary>The folder that the results of all indices lie in: the save path up to the first part that depends on the index.</summary>
    /// <param name="baseFolder">The folder that the path is relative to; null for the project's root.</param>
    /// <param name="pattern">The pattern; null for that of the options, else of the settings.</param>
    /// <exception cref="ExpUtilsException">A placeholder is unknown, the path would lead out of the results folder, or its first part depends on the index.</exception>
    public FileSystemContext BuildResultsContext(string? baseFolder = null, string? pattern = null)
    {
        string whole = pattern ?? _options.SavePath ?? Config.SavePath;
        string[] parts = whole.Split('/');
        string[] shared = [.. parts.TakeWhile(part => !DependsOnIndex(part))];
        if (shared.All(part => part.Length == 0))
            throw new ExpUtilsException($"The save path '{whole}' begins with a part that depends on the index; begin it with a folder for all results, as results/{{name}}/{{params}}.");
        return BuildSaveContext(0, baseFolder, string.Join('/', shared));
    }

    /// <summary>
    /// A name for files with the results of the whole experiment: the stem of its file, so that experiments in one folder do not meet; else <c>results</c>.
    /// </summary>
    public string FileStem => Path is null ? "results" : PathSegment.Shorten(PathSegment.Escape(System.IO.Path.GetFileNameWithoutExtension(Path)));

    private bool DependsOnIndex(string part) =>
        part.Contains("{params}", StringComparison.Ordinal) || part.Contains("{run}", StringComparison.Ordinal) ||
        _options.Placeholders.Keys.Any(placeholder => part.Contains($"{{{placeholder}}}", StringComparison.Ordinal));
}
