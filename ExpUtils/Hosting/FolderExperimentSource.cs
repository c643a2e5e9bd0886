using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ExpUtils;

/// <summary>The experiments in a project's experiment directory. Their names are paths below it, without <c>.json</c>; any other path to a file works too.</summary>
/// <param name="options">How experiments are read.</param>
/// <param name="loggers">Told of oddities in <c>config.json</c>; null where the host logs nothing.</param>
internal sealed class FolderExperimentSource(IOptions<ExpUtilsOptions> options, ILoggerFactory? loggers = null) : IExperimentSource
{
    private readonly Lazy<ExpConfig> _config = new(() => FindConfig(options.Value, (loggers ?? NullLoggerFactory.Instance).CreateLogger("ExpUtils.Experiments")));

    public IReadOnlyList<string> List()
    {
        string folder = Folder();
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    public ExperimentDescription Open(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string path = Path.Combine(Folder(), name + ".json");
        if (!File.Exists(path))
            path = name;
        if (!File.Exists(path))
        {
            string? nearest = SharedSource.NearestName.Of(name, List());
            throw new ExpUtilsException($"There is no experiment '{name}' in {Folder()}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }

        return ExperimentDescription.Load(path, options.Value.Experiments with { Config = _config.Value });
    }

    private static ExpConfig FindConfig(ExpUtilsOptions options, ILogger logger)
    {
        ExpConfig config = options.Experiments.Config ?? ExpConfig.Find(options.Root);
        foreach (ExperimentProblem warning in config.Warnings)
            Log.ConfigurationWarning(logger, ExpConfig.FileName, warning.ToString());
        return config;
    }

    private string Folder() => Path.Combine(_config.Value.Root, _config.Value.ExperimentDirectory);
}
