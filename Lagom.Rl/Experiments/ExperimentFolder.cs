using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SharedSource;
using IoPath = System.IO.Path;

namespace Lagom.Rl;

/// <summary>The files of an experiment. <c>experiment.json</c> marks the folder, <c>result.json</c> a finished job.</summary>
internal sealed class ExperimentFolder
{
    public const int Version = 1;

    private const string MarkerName = "experiment.json";
    private const string ConfigurationsName = "configs.json";
    private const string ConfigurationName = "config.json";
    private const string ResultName = "result.json";
    private const string FailureName = "failure.json";
    private const string JobName = "job.json";

    public ExperimentFolder(string path) => Path = IoPath.TrimEndingDirectorySeparator(IoPath.GetFullPath(path));

    public string Path { get; }

    public bool IsExperiment => File.Exists(IoPath.Combine(Path, MarkerName));

    public ExperimentPlan ReadPlan()
    {
        string marker = IoPath.Combine(Path, MarkerName);
        if (!File.Exists(marker))
            throw new DirectoryNotFoundException($"'{Path}' is no folder of an experiment: it has no {MarkerName}.");
        return Read(marker, root => new ExperimentPlan(
            ReadConfigurations(),
            [.. root.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt64())],
            [.. root.GetProperty("devices").EnumerateArray().Select(device => device.GetString()!)]));
    }

    /// <summary>Writes what the experiment consists of. The marker comes first: whatever else is here then belongs to an experiment.</summary>
    public void WritePlan(ExperimentPlan plan)
    {
        WriteJson(IoPath.Combine(Path, MarkerName), writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteStartArray("seeds");
            foreach (long seed in plan.Seeds)
                writer.WriteNumberValue(seed);
            writer.WriteEndArray();
            writer.WriteStartArray("devices");
            foreach (string device in plan.Devices)
                writer.WriteStringValue(device);
            writer.WriteEndArray();
            ProgramRecord.WriteTo(writer);
            writer.WriteEndObject();
        });
        WriteJson(IoPath.Combine(Path, ConfigurationsName), writer =>
        {
            writer.WriteStartArray();
            foreach (Configuration configuration in plan.Configurations)
                configuration.WriteTo(writer);
            writer.WriteEndArray();
        });
        foreach (Configuration configuration in plan.Configurations)
        {
            string folder = IoPath.Combine(Path, configuration.Id.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folder);
            WriteJson(IoPath.Combine(folder, ConfigurationName), configuration.WriteTo);
        }
    }

    /// <summary>How a job ended; null where it was not run to an end yet.</summary>
    public JobOutcome? ReadOutcome(ExperimentJob job)
    {
        string result = job.PathOf(ResultName);
        if (File.Exists(result))
            return Read(result, root => new JobOutcome(job, ToNode(root.GetProperty("result")), Failure: null, WasKept: true));
        string failure = job.PathOf(FailureName);
        return File.Exists(failure)
            ? Read(failure, root => new JobOutcome(job, Result: null, ReadFailure(root), WasKept: true))
            : null;
    }

    /// <summary>Makes the folder of a job ready for a run.</summary>
    public static ExperimentJob Prepare(ExperimentJob job, UnfinishedJobPolicy policy)
    {
        if (Directory.Exists(job.Directory) && policy == UnfinishedJobPolicy.Restart)
            Directory.Delete(job.Directory, recursive: true);
        Directory.CreateDirectory(job.Directory);
        File.Delete(job.PathOf(FailureName));
        return job with { IsContinued = Directory.EnumerateFileSystemEntries(job.Directory).Any(entry => IoPath.GetFileName(entry) != JobName) };
    }

    /// <summary>Records how and when a job was run. No result may depend on it.</summary>
    public static void WriteRun(ExperimentJob job, DateTimeOffset started, TimeSpan duration) => WriteJson(job.PathOf(JobName), writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("started", started);
        writer.WriteNumber("seconds", duration.TotalSeconds);
        writer.WriteString("device", job.Device);
        writer.WriteString("machine", Environment.MachineName);
        writer.WriteEndObject();
    });

    public static void WriteResult(ExperimentJob job, JsonElement result) => WriteJson(job.PathOf(ResultName), writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WritePropertyName("result");
        result.WriteTo(writer);
        writer.WriteEndObject();
    });

    public static void WriteFailure(ExperimentJob job, JobFailure failure) => WriteJson(job.PathOf(FailureName), writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("kind", failure.Kind.ToString());
        writer.WriteString("type", failure.Type);
        writer.WriteString("message", failure.Message);
        writer.WriteStartArray("details");
        foreach (string line in failure.Details.ReplaceLineEndings("\n").Split('\n'))
            writer.WriteStringValue(line);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static JsonNode? ToNode(JsonElement json) => JsonNode.Parse(json.GetRawText());

    private static JobFailure ReadFailure(JsonElement root) => new(
        Enum.Parse<JobFailureKind>(root.GetProperty("kind").GetString()!),
        root.GetProperty("type").GetString()!,
        root.GetProperty("message").GetString()!,
        string.Join('\n', root.GetProperty("details").EnumerateArray().Select(line => line.GetString())));

    private IReadOnlyList<Configuration> ReadConfigurations()
    {
        string path = IoPath.Combine(Path, ConfigurationsName);
        return File.Exists(path) ? Parse<IReadOnlyList<Configuration>>(path, root => [.. root.EnumerateArray().Select(Configuration.FromJson)]) : [];
    }

    private static T Read<T>(string path, Func<JsonElement, T> read) => Parse(path, root =>
    {
        int version = root.GetProperty("version").GetInt32();
        return version == Version
            ? read(root)
            : throw new InvalidDataException($"'{path}' is of version {version}; this library reads version {Version}.");
    });

    private static T Parse<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is damaged: {exception.Message} Delete it to have what it recorded done again.", exception);
        }
    }

    private static void WriteJson(string path, Action<Utf8JsonWriter> write) => AtomicFile.Write(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, ConfigValue.Indented);
        write(writer);
    });
}
