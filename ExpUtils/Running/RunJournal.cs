using System.Globalization;
using System.Text.Json;
using SharedSource;

namespace ExpUtils.Running;

/// <summary>
/// Remembers which runs of an experiment are done, failed or under way: one small file per run, written whole or not at all, so that a crash
/// at any moment loses only the runs in flight. Many processes on many machines may use the same folder at once, also over a network file system.
/// </summary>
/// <remarks>
/// A run is known by the values of its parameters and its number, not by its index: when the experiment file gets further values, what is done stays done.
/// </remarks>
public sealed class RunJournal
{
    private const string DoneExtension = ".done";
    private const string FailedExtension = ".failed";
    private const string ClaimExtension = ".claim";

    private readonly TimeProvider _time;

    /// <summary>Opens the journal of an experiment; nothing is written before the first run.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="folder">Where the journal lies; null for <see cref="ExperimentDescription.JournalFolder"/>.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public RunJournal(ExperimentDescription experiment, string? folder = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        Experiment = experiment;
        Folder = Path.GetFullPath(folder ?? experiment.JournalFolder);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The experiment.</summary>
    public ExperimentDescription Experiment { get; }

    /// <summary>The journal's folder.</summary>
    public string Folder { get; }

    /// <summary>The folder of the runs' logs.</summary>
    public string LogFolder => Path.Combine(Folder, "logs");

    private string RunFolder => Path.Combine(Folder, "runs");

    /// <summary>Whether a run is done.</summary>
    /// <param name="index">The run's index. Range: at least 0.</param>
    public bool IsDone(long index) => File.Exists(FileOf(index, DoneExtension));

    /// <summary>The indices that are not done, ascending; failed, cut off and running ones are among them.</summary>
    /// <param name="runs">How many runs of each combination are wanted. Range: at least 0.</param>
    public IEnumerable<long> Missing(long runs)
    {
        HashSet<string> done = KeysWith(DoneExtension);
        return Experiment.ListIndices(runs).Where(index => !done.Contains(KeyOf(index)));
    }

    /// <summary>How many runs are done, of whatever combinations.</summary>
    public int DoneCount() => KeysWith(DoneExtension).Count;

    /// <summary>The record of a run that has ended; null for one that has not.</summary>
    /// <param name="index">The run's index. Range: at least 0.</param>
    /// <exception cref="ExpUtilsException">The record cannot be read.</exception>
    public RunRecord? Find(long index) => Read(FileOf(index, DoneExtension)) ?? Read(FileOf(index, FailedExtension));

    /// <summary>What has become of some runs, as far as files tell; whether one waits in a queue, only its scheduler knows.</summary>
    /// <param name="indices">The runs.</param>
    /// <returns>A status for each index, in their order.</returns>
    public IEnumerable<KeyValuePair<long, RunStatus>> StatusOf(IEnumerable<long> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        HashSet<string> done = KeysWith(DoneExtension);
        HashSet<string> failed = KeysWith(FailedExtension);
        HashSet<string> claimed = KeysWith(ClaimExtension);
        foreach (long index in indices)
        {
            string key = KeyOf(index);
            RunStatus status = done.Contains(key) ? RunStatus.Done
                : claimed.Contains(key) ? RunClaim.IsAlive(FileOf(key, ClaimExtension), _time) ? RunStatus.Running : RunStatus.CutOff
                : failed.Contains(key) ? Read(FileOf(key, FailedExtension))?.Status ?? RunStatus.Missing
                : RunStatus.Missing;
            yield return KeyValuePair.Create(index, status);
        }
    }

    /// <summary>Writes down how a run ended. A run once done stays done.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentException">Its status is none that a run can end with.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Status is not (RunStatus.Done or RunStatus.Failed or RunStatus.TimedOut))
            throw new ArgumentException($"A run ends as Done, Failed or TimedOut, not as {record.Status}.", nameof(record));
        string failed = FileOf(record.Index, FailedExtension);
        string path = record.Status == RunStatus.Done ? FileOf(record.Index, DoneExtension) : failed;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, record, RunJson.Default.RunRecord));
        if (record.Status != RunStatus.Done)
            return;
        File.Delete(failed);
        DeleteCheckpoint(KeyOf(record.Index));
    }

    /// <summary>Forgets a run, so that it counts as missing again and begins at its start: its checkpoint is deleted. Its results stay.</summary>
    /// <param name="index">The run's index. Range: at least 0.</param>
    public void Forget(long index)
    {
        string key = KeyOf(index);
        DeleteCheckpoint(key);
        if (!Directory.Exists(FolderOf(key)))
            return;
        foreach (string extension in new[] { DoneExtension, FailedExtension, ClaimExtension })
            File.Delete(FileOf(key, extension));
    }

    /// <summary>The file for what a run logs.</summary>
    /// <param name="index">The run's index. Range: at least 0.</param>
    public string LogOf(long index)
    {
        string key = KeyOf(index);
        return Path.Combine(LogFolder, key[..2], key + ".log");
    }

    /// <summary>Whether a run has saved some of its state, and is not done.</summary>
    internal bool HasCheckpoint(long index) => Directory.Exists(CheckpointOf(index));

    /// <summary>The folder of what a run saves of its state until it is done.</summary>
    internal string CheckpointOf(long index) => CheckpointOf(KeyOf(index));

    /// <summary>What a run is known by.</summary>
    internal string KeyOf(long index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Experiment.GetParameters(index).Fingerprint.AsSpan(0, 32)}-{Experiment.GetRun(index)}");

    /// <summary>Begins a run: nobody else begins it until the claim is disposed or its owner has died. Null where somebody has.</summary>
    internal RunClaim? TryClaim(long index, string job)
    {
        string path = FileOf(index, ClaimExtension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return RunClaim.TryTake(path, index, job, _time);
    }

    /// <summary>The runs that somebody has begun and still works on.</summary>
    internal IEnumerable<long> Running()
    {
        if (!Directory.Exists(RunFolder))
            yield break;
        foreach (string path in Directory.EnumerateFiles(RunFolder, "*" + ClaimExtension, SearchOption.AllDirectories))
        {
            if (RunClaim.IsAlive(path, _time) && RunClaim.Read(path) is { } claim)
                yield return claim.Index;
        }
    }

    /// <summary>Drops the claim of a job that is known to be over.</summary>
    internal void ReleaseClaimOf(long index, string job)
    {
        string path = FileOf(index, ClaimExtension);
        if (RunClaim.Read(path)?.Job == job)
            File.Delete(path);
    }

    private string FolderOf(string key) => Path.Combine(RunFolder, key[..2]);

    private string CheckpointOf(string key) => Path.Combine(Folder, "checkpoints", key[..2], key);

    private void DeleteCheckpoint(string key)
    {
        if (Directory.Exists(CheckpointOf(key)))
            Directory.Delete(CheckpointOf(key), recursive: true);
    }

    private string FileOf(string key, string extension) => Path.Combine(FolderOf(key), key + extension);

    private string FileOf(long index, string extension) => FileOf(KeyOf(index), extension);

    private HashSet<string> KeysWith(string extension) => Directory.Exists(RunFolder)
        ? Directory.EnumerateFiles(RunFolder, "*" + extension, SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal)
        : [];

    private static RunRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.RunRecord);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException exception)
        {
            throw new ExpUtilsException($"The record {path} is damaged; delete it to run this run again.", exception);
        }
    }
}
