using System.Text.Json;
using SharedSource;

namespace ExpUtils.Slurm;

/// <content>Options from a file.</content>
public sealed partial record SlurmOptions
{
    private static readonly string[] Names =
    [
        "type", "account", "time", "cores", "mem_per_core", "threads_per_task", "sequential", "run_minutes", "max_running_tasks", "attempts", "run_timeout_minutes",
        "partition", "after", "warning_seconds", "requeue", "log_path", "mail_events", "mail_user", "prologue", "sbatch",
    ];

    /// <summary>
    /// Reads options from a JSON file: <c>type</c> (<c>single_node</c> or <c>multi_node</c>) and <c>time</c> are required; <c>account</c>, <c>cores</c>,
    /// <c>mem_per_core</c> (GB, or a text such as 512M), <c>threads_per_task</c>, <c>sequential</c> and <c>log_path</c> are as in the Python library;
    /// <c>run_minutes</c>, <c>max_running_tasks</c>, <c>attempts</c>, <c>run_timeout_minutes</c>, <c>partition</c>, <c>after</c>, <c>warning_seconds</c>,
    /// <c>requeue</c>, <c>mail_events</c>, <c>mail_user</c>, <c>prologue</c> (list of lines) and <c>sbatch</c> (object of further options) are this one's own.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ExpUtilsException">It is no such file; the message names the field.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SlurmOptions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            SlurmOptions options = Read(document.RootElement);
            options.Check();
            return options;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ExpUtilsException($"{path} has no valid options for Slurm: {exception.Message}", exception);
        }
    }

    private static SlurmOptions Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("it must be an object.");
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!Names.Contains(member.Name, StringComparer.Ordinal))
            {
                string? nearest = NearestName.Of(member.Name, Names);
                throw new FormatException($"there is no option '{member.Name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} Known are {string.Join(", ", Names)}.");
            }
        }

        return new SlurmOptions
        {
            Layout = Text("type") switch
            {
                "single_node" => SlurmLayout.SingleNode,
                "multi_node" => SlurmLayout.MultiNode,
                var other => throw new FormatException($"type is '{other}'; it must be single_node or multi_node."),
            },
            Account = Text("account"),
            Time = SlurmTime.Parse(Text("time") ?? throw new FormatException("time is missing, as \"2:59:00\".")),
            Cores = Whole("cores") ?? 1,
            MemoryPerCore = Find("mem_per_core") is not { } memory ? null
                : memory.ValueKind == JsonValueKind.Number ? SlurmMemory.FromGigabytes(memory.GetDouble()) : SlurmMemory.Parse(Text("mem_per_core")!),
            ThreadsPerRun = Whole("threads_per_task") ?? 1,
            Sequential = Whole("sequential"),
            RunTime = Number("run_minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            MaxRunningTasks = Whole("max_running_tasks"),
            Attempts = Whole("attempts") ?? 1,
            RunTimeout = Number("run_timeout_minutes") is { } limit ? TimeSpan.FromMinutes(limit) : null,
            Partition = Text("partition"),
            After = Find("after") is { } after ? [.. after.EnumerateArray().Select(job => job.GetInt64())] : [],
            Warning = Number("warning_seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Requeue = Find("requeue")?.GetBoolean() ?? true,
            Output = Text("log_path"),
            MailEventNames = Texts("mail_events"),
            MailUser = Text("mail_user"),
            Prologue = Texts("prologue"),
            Further = Find("sbatch") is { } further
                ? further.EnumerateObject().ToDictionary(option => option.Name, option => option.Value.ValueKind == JsonValueKind.Null ? null : option.Value.ToString(), StringComparer.Ordinal)
                : new Dictionary<string, string?>(StringComparer.Ordinal),
        };

        JsonElement? Find(string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

        string? Text(string name) => Find(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"{name} must be a text.");

        int? Whole(string name) => Find(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw new FormatException($"{name} must be a whole number.");

        double? Number(string name) => Find(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new FormatException($"{name} must be a number.");

        string[] Texts(string name) => Find(name) is { } list ? [.. list.EnumerateArray().Select(line => line.GetString() ?? "")] : [];
    }
}
