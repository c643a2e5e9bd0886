using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ExpUtils.Running;
using SharedSource;

namespace ExpUtils.Slurm;

/// <summary>What the tasks of one submission do, and what became of the submission: the file that scheduler and workers share.</summary>
internal sealed record SlurmPlan
{
    public const int CurrentVersion = 1;
    private const string FileName = "plan.json";

    public int Version { get; init; } = CurrentVersion;

    /// <summary>The name of the job, unique.</summary>
    public required string Name { get; init; }

    /// <summary>The experiment file, absolute.</summary>
    public required string Experiment { get; init; }

    /// <summary>The journal's folder, absolute.</summary>
    public required string Journal { get; init; }

    /// <summary>What the numbers of the runs mean: a hash over the sweep and its order.</summary>
    public required string Sweep { get; init; }

    public required IReadOnlyList<string> SweepKeys { get; init; }

    public required PermutationOrder Order { get; init; }

    public string? SavePath { get; init; }

    /// <summary>The indices that each task does.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Tasks { get; init; }

    /// <summary>The command of a run; empty where the worker itself does the runs.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    public required int Parallelism { get; init; }

    public int Attempts { get; init; } = 1;

    public double? RunTimeoutSeconds { get; init; }

    public double? ExpectedSeconds { get; init; }

    /// <summary>How long a task may run before its end is near.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>The number of the job; null until it is known.</summary>
    public long? Job { get; init; }

    /// <summary>Whether nothing of the job waits or runs any more.</summary>
    public bool IsOver { get; init; }

    public DateTimeOffset Submitted { get; init; }

    public static string FileOf(string folder) => Path.Combine(folder, FileName);

    public static SlurmPlan Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), SlurmJson.Default.SlurmPlan)!;
        }
        catch (JsonException exception)
        {
            throw new ExpUtilsException($"{path} is no plan of a submission: {exception.Message}", exception);
        }
    }

    /// <summary>The plans of an experiment's submissions with their files, oldest first.</summary>
    public static IEnumerable<(string Path, SlurmPlan Plan)> All(RunJournal journal)
    {
        string folder = FolderOf(journal);
        if (!Directory.Exists(folder))
            return [];
        return Directory.EnumerateDirectories(folder).Select(FileOf).Where(File.Exists).Order(StringComparer.Ordinal).Select(path => (path, Load(path)));
    }

    public static string FolderOf(RunJournal journal) => Path.Combine(journal.Folder, "slurm");

    /// <summary>A hash over everything that gives an index its meaning.</summary>
    public static string SweepOf(ExperimentDescription experiment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{experiment.Sweep.Order} {experiment.Permutable().ToJsonString()}")));

    public void Save(string path) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, this, SlurmJson.Default.SlurmPlan));
}
