using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace ExpUtils;

/// <summary>A store in which every run has a folder of its own, for file systems that several machines share.</summary>
/// <remarks>
/// <para>
/// A run's folder holds <c>run.json</c> and, once the run has ended, <c>measurements.npz</c>, which numpy.load reads: <c>NAME.frames</c> and
/// <c>NAME.values</c> of every metric. Both files are written whole or not at all, and no run writes where another one does. Measurements stay in memory until
/// the run ends: a run that is cut off leaves nothing but its being begun.
/// </para>
/// <para>
/// <see cref="MergeInto"/> brings the runs into a database; doing it again, or after it was interrupted, brings only what is missing there or was done anew.
/// </para>
/// </remarks>
public sealed class FolderResultStore : IResultStore
{
    internal const string RunFileName = "run.json";
    internal const string MeasurementsName = "measurements.npz";

    private readonly TimeProvider _clock;

    /// <summary>Makes a store; the folder is made with the first run.</summary>
    /// <param name="folder">The folder that holds those of the runs.</param>
    /// <param name="clock">The clock that times of runs are read from; null for the system's.</param>
    public FolderResultStore(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Folder = folder;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The store of an experiment: <c>STEM.runs</c> in its results folder, where STEM is the stem of its file.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="baseFolder">The folder that save paths are relative to; null for the project's root.</param>
    /// <exception cref="ExpUtilsException">The experiment's results folder cannot be told.</exception>
    public static FolderResultStore Of(ExperimentDescription experiment, string? baseFolder = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new FolderResultStore(experiment.BuildResultsContext(baseFolder).Resolve(experiment.FileStem + ".runs"));
    }

    /// <summary>The folder that holds those of the runs.</summary>
    public string Folder { get; }

    /// <summary>The folder of a run.</summary>
    /// <param name="parameters">The configuration.</param>
    /// <param name="run">The number of the run.</param>
    public string FolderOf(ParameterSet parameters, long run)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{parameters.Fingerprint.AsSpan(0, 24)}-{run}"));
    }

    /// <inheritdoc/>
    public IRunWriter Begin(ParameterSet parameters, long run, RunStart start = RunStart.Fresh) => BeginRun(parameters, run, start);

    internal FolderRunWriter BeginRun(ParameterSet parameters, long run, RunStart start)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        string folder = FolderOf(parameters, run);
        RunFile? earlier = ReadFile(folder);
        if (earlier?.Status == StoredRunStatus.Completed && start != RunStart.Replace)
            throw new InvalidOperationException($"Run {run} of {parameters} is complete already; only RunStart.Replace writes it again.");
        using JsonDocument json = JsonDocument.Parse(parameters.Utf8());
        var file = new RunFile
        {
            Parameters = json.RootElement.Clone(),
            Run = run,
            Status = StoredRunStatus.Started,
            Attempt = Guid.NewGuid().ToString("N"),
            Started = _clock.GetUtcNow(),
            Host = Environment.MachineName,
        };
        return Guarded(folder, () =>
        {
            Directory.CreateDirectory(folder);
            var writer = new FolderRunWriter(folder, file, _clock);
            if (start == RunStart.Continue && earlier is not null)
                writer.ReadMeasurements(folder);

            writer.Start();
            return writer;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRun> Runs() => [.. Entries().Select(entry => entry.Run)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics() =>
    [
        .. Entries().SelectMany(entry => Guarded(entry.Folder, () => ReadNames(entry.Folder))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IEnumerable<RunSeries> Read(string metric, Func<StoredRun, bool>? wanted = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        return Entries().Where(entry => wanted?.Invoke(entry.Run) ?? entry.Run.Status == StoredRunStatus.Completed)
            .Select(entry => Guarded(entry.Folder, () => ReadOne(entry.Folder, metric) is { } series
                ? new RunSeries(entry.Run.Parameters, entry.Run.Run, series.Frames, series.Values)
                : null))
            .OfType<RunSeries>();
    }

    /// <summary>Brings the completed runs into another store: those that are not complete there, and those that were done again since.</summary>
    /// <remarks>A <see cref="SqliteResultStore"/> takes over when and where a run was done too; in other stores that is when and where it was brought.</remarks>
    /// <param name="target">The other store.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    /// <returns>How many runs were brought.</returns>
    /// <exception cref="ResultStoreException">A file cannot be read, or the other store failed.</exception>
    public int MergeInto(IResultStore target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        Dictionary<(ParameterSet, long), StoredRun> there =
            target.Runs().Where(run => run.Status == StoredRunStatus.Completed).ToDictionary(run => (run.Parameters, run.Run));
        int merged = 0;
        foreach ((string folder, StoredRun run) in Entries())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (run.Status != StoredRunStatus.Completed || (there.TryGetValue((run.Parameters, run.Run), out StoredRun? known) && known.Finished >= run.Finished))
                continue;
            Copy(run, Guarded(folder, () => ReadAll(folder).ToList()), target);
            merged++;
        }

        return merged;
    }

    /// <summary>Nothing is held open.</summary>
    public void Dispose()
    {
    }

    internal static T Guarded<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new ResultStoreException($"The run's folder {folder} could not be read or written: {failure.Message}", failure);
        }
    }

    internal static RunFile? ReadFile(string folder)
    {
        string path = Path.Combine(folder, RunFileName);
        return Guarded(folder, () => File.Exists(path)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RunFileContext.Default.RunFile) ?? throw new InvalidDataException($"{path} is empty.")
            : null);
    }

    private static void Copy(StoredRun run, List<(string Metric, long[] Frames, double[] Values)> measurements, IResultStore target)
    {
        if (target is SqliteResultStore database)
        {
            database.Import(run, measurements);
            return;
        }

        using IRunWriter writer = target.Begin(run.Parameters, run.Run, RunStart.Replace);
        foreach ((string metric, long[] frames, double[] values) in measurements)
            writer.Write(metric, frames, values);
        writer.Complete();
    }

    private IEnumerable<(string Folder, StoredRun Run)> Entries()
    {
        if (!Directory.Exists(Folder))
            return [];
        return Directory.EnumerateDirectories(Folder)
            .Select(folder => (Folder: folder, File: ReadFile(folder)))
            .Where(entry => entry.File is not null)
            .Select(entry => (entry.Folder, Run: Describe(entry.File!)))
            .OrderBy(entry => entry.Run.Parameters.Fingerprint, StringComparer.Ordinal).ThenBy(entry => entry.Run.Run);
    }

    private static StoredRun Describe(RunFile file) =>
        new(ParameterSet.From(file.Parameters), file.Run, file.Status, file.Started, file.Finished, file.Host, file.Error);

    private static IEnumerable<string> ReadNames(string folder)
    {
        string path = Path.Combine(folder, MeasurementsName);
        if (!File.Exists(path))
            return [];
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Where(entry => entry.FullName.EndsWith(FolderRunWriter.ValuesSuffix, StringComparison.Ordinal))
            .Select(entry => Uri.UnescapeDataString(entry.FullName[..^FolderRunWriter.ValuesSuffix.Length]))];
    }

    internal static IEnumerable<(string Metric, long[] Frames, double[] Values)> ReadAll(string folder)
    {
        foreach (string metric in ReadNames(folder))
        {
            (long[] frames, double[] values) = ReadOne(folder, metric)!.Value;
            yield return (metric, frames, values);
        }
    }

    private static (long[] Frames, double[] Values)? ReadOne(string folder, string metric)
    {
        string path = Path.Combine(folder, MeasurementsName);
        if (!File.Exists(path))
            return null;
        using ZipArchive archive = ZipFile.OpenRead(path);
        string name = PathSegment.Escape(metric);
        if (archive.GetEntry(name + FolderRunWriter.ValuesSuffix) is not { } values || archive.GetEntry(name + FolderRunWriter.FramesSuffix) is not { } frames)
            return null;
        return ([.. Numbers(frames).Select(frame => (long)frame)], Numbers(values));
    }

    private static double[] Numbers(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return NumpyFile.Read(stream, entry.FullName).Values;
    }
}
