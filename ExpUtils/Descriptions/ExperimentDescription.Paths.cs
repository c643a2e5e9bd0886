using System.Text.Json;

namespace ExpUtils;

/// <content>Names and save paths.</content>
public sealed partial class ExperimentDescription
{
    private const string DefaultName = "unnamed";

    /// <summary>
    /// The experiment's name: the field <c>name</c>; else the folder of the file, relative to the directory of experiments; else the file's name without
    /// extension; else <c>unnamed</c>.
    /// </summary>
    public string Name => Document.TryGetProperty("name", out JsonElement name) && ParameterValue.From(name) is { Kind: not ParameterKind.Null } given && given.Text.Length > 0
        ? given.Text
        : NameFromPath();

    /// <summary>The folder of an index's results, below the project's root, with forward slashes.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <param name="pattern">The pattern; null for that of the options, else of the settings.</param>
    /// <remarks>
    /// <c>{params}</c> is the parameters' text, <c>{run}</c> the run's number and <c>{name}</c> the experiment's name; then come the placeholders of the
    /// options and the document's top-level fields; <c>{agent}</c> falls back on <c>algorithm</c>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    /// <exception cref="ExpUtilsException">A placeholder is unknown, or the path would lead out of the results folder.</exception>
    public string InterpolateSavePath(long index, string? pattern = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var template = new SavePathTemplate(pattern ?? _options.SavePath ?? Config.SavePath);
        return template.Fill(placeholder => Resolve(index, placeholder), Placeholders, _options.SavePathFormat);
    }

    /// <summary>The folder of an index's results.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <param name="baseFolder">The folder that the path is relative to; null for the project's root.</param>
    /// <param name="pattern">The pattern; null for that of the options, else of the settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    /// <exception cref="ExpUtilsException">A placeholder is unknown, or the path would lead out of the results folder.</exception>
    public FileSystemContext BuildSaveContext(long index, string? baseFolder = null, string? pattern = null)
    {
        string path = InterpolateSavePath(index, pattern);
        bool needsRoot = baseFolder is null && !System.IO.Path.IsPathRooted(path);
        return new FileSystemContext(path, baseFolder ?? (needsRoot ? Root() : ""));
    }

    // A pattern of the caller's own needs no settings, and then paths start in the current folder.
    private string Root() => _options.Config is null && _options.SavePath is not null && !_config.IsValueCreated ? "" : Config.Root.Replace('\\', '/');

    private (string Text, bool HasFolders)? Resolve(long index, string placeholder)
    {
        switch (placeholder)
        {
            case "params":
                return (GetParameters(index).ToString(), false);
            case "run":
                return (ParameterValue.From(GetRun(index)).Text, false);
            case "name":
                return (Name, true);
        }

        if (_options.Placeholders.TryGetValue(placeholder, out Func<Permutation, string>? resolver))
            return (resolver(GetPermutation(index)), false);
        return Field(placeholder) ?? (placeholder == "agent" ? Field("algorithm") : null);
    }

    private (string Text, bool HasFolders)? Field(string name) =>
        Document.TryGetProperty(name, out JsonElement field) && IsScalar(field) ? (ParameterValue.From(field).Text, false) : null;

    private IEnumerable<string> Placeholders() =>
    [
        "params", "run", "name", .. _options.Placeholders.Keys,
        .. Document.EnumerateObject().Where(field => IsScalar(field.Value) && field.Name != "name").Select(field => field.Name),
    ];

    private static bool IsScalar(JsonElement field) => field.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private string NameFromPath()
    {
        if (Path is null)
            return DefaultName;
        string[] folders = Path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        string[] directory = ExperimentDirectory().Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        int start = folders.AsSpan().LastIndexOf(directory);
        string[] below = start >= 0 ? folders[(start + directory.Length)..] : [.. folders.Where(folder => folder is not ("." or "..")).TakeLast(1)];
        return below.Length > 0 ? string.Join('/', below) : System.IO.Path.GetFileNameWithoutExtension(Path);
    }

    private string ExperimentDirectory()
    {
        ExpConfig? config = _options.Config ?? (_config.IsValueCreated ? _config.Value : ExpConfig.TryFind(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path!))));
        return config?.ExperimentDirectory ?? "experiments";
    }
}
