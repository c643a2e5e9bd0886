using System.Text.Json;

namespace ExpUtils;

/// <summary>The settings of a project, which its <c>config.json</c> holds.</summary>
public sealed record ExpConfig
{
    /// <summary>The name of the file, in the project's root folder.</summary>
    public const string FileName = "config.json";

    /// <summary>
    /// The pattern of result folders, as <c>results/{name}/{environment}/{agent}/{params}</c>. <c>{params}</c>, <c>{run}</c> and <c>{name}</c> are known
    /// everywhere; other placeholders are fields of the document. A leading <c>~</c> and environment variables are expanded when it is used.
    /// </summary>
    public required string SavePath { get; init; }

    /// <summary>The folder of logs, such as stack traces, as it was written; <see cref="LogFolder"/> is what to use. Default: <c>.logs</c>.</summary>
    public string LogPath { get; init; } = ".logs";

    /// <summary>The folder of the experiment files, below the root. Names of experiments are relative to it. Default: <c>experiments</c>.</summary>
    public string ExperimentDirectory { get; init; } = "experiments";

    /// <summary>The folder that relative paths start in: that of the file. Empty for the current one.</summary>
    public string Root { get; init; } = "";

    /// <summary>What is odd but no error, such as unknown settings.</summary>
    public IReadOnlyList<ExperimentProblem> Warnings { get; init; } = [];

    /// <summary>The folder of logs, with <c>~</c> and environment variables expanded, below the root unless it is absolute.</summary>
    /// <exception cref="ExpUtilsException">An environment variable is not set.</exception>
    public string LogFolder => Path.Combine(Root, EnvironmentText.Expand(LogPath, "log_path"));

    /// <summary>Reads the first <c>config.json</c> in a folder or one above it.</summary>
    /// <param name="folder">Where to begin; null for the current folder.</param>
    /// <exception cref="ExpUtilsException">There is none.</exception>
    /// <exception cref="ExperimentFormatException">The one found is not valid.</exception>
    public static ExpConfig Find(string? folder = null) => TryFind(folder) ?? throw new ExpUtilsException(
        $"There is no {FileName} in {Path.GetFullPath(folder ?? ".")} or above it. Make one in the project's root folder, with {{\"save_path\": \"results/{{name}}/{{params}}\"}} for a start.");

    /// <summary>Reads the first <c>config.json</c> in a folder or one above it; null where there is none.</summary>
    /// <param name="folder">Where to begin; null for the current folder.</param>
    /// <exception cref="ExperimentFormatException">The one found is not valid.</exception>
    public static ExpConfig? TryFind(string? folder = null)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder ?? ".")); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, FileName);
            if (File.Exists(path))
                return Load(path);
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ExperimentFormatException">It is not valid.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ExpConfig Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var source = new JsonSource(File.ReadAllBytes(path), path);
        return Read(source, Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
    }

    private static ExpConfig Read(JsonSource source, string root)
    {
        JsonElement document = source.ParseObject();
        List<ExperimentProblem> problems = [];
        List<ExperimentProblem> warnings = [];
        string? savePath = null;
        string? logPath = null;
        string? directory = null;
        foreach (JsonProperty member in document.EnumerateObject())
        {
            switch (member.Name)
            {
                case "save_path":
                    savePath = Text(member);
                    break;
                case "log_path":
                    logPath = Text(member);
                    break;
                case "experiment_directory":
                    directory = Text(member);
                    break;
                case "$schema":
                    break;
                default:
                    warnings.Add(source.ProblemAt([member.Name], $"there is no setting '{member.Name}'; known are save_path, log_path, experiment_directory."));
                    break;
            }
        }

        if (string.IsNullOrWhiteSpace(savePath) && problems.Count == 0)
            problems.Add(source.ProblemAt([], "save_path is missing; it is the pattern of result folders, as \"results/{name}/{params}\"."));
        if (problems.Count > 0)
            throw new ExperimentFormatException(source.Name, problems);
        return new ExpConfig { SavePath = savePath!, LogPath = logPath ?? ".logs", ExperimentDirectory = directory ?? "experiments", Root = root, Warnings = warnings };

        string? Text(JsonProperty member)
        {
            if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                problems.Add(source.ProblemAt([member.Name], $"{member.Name} must be a text."));
            return member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
        }
    }
}
