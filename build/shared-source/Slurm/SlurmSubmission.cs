using System.Globalization;

namespace SharedSource.Slurm;

/// <summary>What <c>sbatch</c> is asked for. Every value travels as one argument of its own, never through a shell.</summary>
internal sealed record SlurmSubmission
{
    /// <summary>The job script, a file.</summary>
    public required string Script { get; init; }

    /// <summary>The name of the job. A unique one makes submission safe to repeat: see <see cref="SlurmCommands.SubmitAsync"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The task numbers of an array as <see cref="SlurmArray.Format"/> writes them; null for a single job.</summary>
    public string? Array { get; init; }

    /// <summary>Whose share is charged; null for the user's default.</summary>
    public string? Account { get; init; }

    /// <summary>Where it runs; null for the cluster's default.</summary>
    public string? Partition { get; init; }

    /// <summary>How long a task may run; null for the partition's default.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Nodes of one task; null leaves it to Slurm.</summary>
    public int? Nodes { get; init; }

    /// <summary>Processes (Slurm's tasks) of one job or array task; null for 1.</summary>
    public int? Tasks { get; init; }

    /// <summary>Cores of one process; null for 1.</summary>
    public int? CoresPerTask { get; init; }

    /// <summary>Memory per core as Slurm writes it, such as <c>4G</c>; null for the cluster's default.</summary>
    public string? MemoryPerCore { get; init; }

    /// <summary>Where output and errors go, with Slurm's patterns (%A job, %a task); null for Slurm's default.</summary>
    public string? Output { get; init; }

    /// <summary>The folder in which the job starts; null for the current one.</summary>
    public string? Directory { get; init; }

    /// <summary>Jobs it waits for, such as <c>afterany:12:13</c>; null for none.</summary>
    public string? Dependency { get; init; }

    /// <summary>How long before the time limit the script gets SIGTERM; null for Slurm's usual seconds.</summary>
    public TimeSpan? Warning { get; init; }

    /// <summary>Whether Slurm itself may start the job again after a node failed or a preemption; null for the cluster's default.</summary>
    public bool? Requeue { get; init; }

    /// <summary>Which events send mail; null for none.</summary>
    public string? MailType { get; init; }

    /// <summary>Who gets that mail.</summary>
    public string? MailUser { get; init; }

    /// <summary>Further options: name without dashes to value, null for an option without value. They come last, so they win.</summary>
    public IReadOnlyDictionary<string, string?> Further { get; init; } = new SortedDictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The arguments of <c>sbatch</c>: options in alphabetical order, then <see cref="Further"/>, then the script.</summary>
    /// <exception cref="ArgumentException">A value has a line break or another control character, or a further option's name is none.</exception>
    public IReadOnlyList<string> Arguments()
    {
        var arguments = new List<string>();
        Add("account", Account);
        Add("array", Array);
        Add("chdir", Directory);
        Add("cpus-per-task", Text(CoresPerTask));
        Add("dependency", Dependency);
        Add("job-name", Name);
        Add("mail-type", MailType);
        Add("mail-user", MailUser);
        Add("mem-per-cpu", MemoryPerCore);
        if (Requeue == false)
            arguments.Add("--no-requeue");
        Add("nodes", Text(Nodes));
        Add("ntasks", Text(Tasks));
        Add("open-mode", Output is null ? null : "append");
        Add("output", Output);
        Add("partition", Partition);
        if (Requeue == true)
            arguments.Add("--requeue");
        if (Warning is { } warning)
            Add("signal", string.Create(CultureInfo.InvariantCulture, $"B:TERM@{(long)Math.Ceiling(warning.TotalSeconds)}"));
        Add("time", TimeLimit is { } limit ? SlurmDuration.Format(limit) : null);
        foreach (var (name, value) in Further)
        {
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || name[0] == '-')
                throw new ArgumentException($"'{name}' is not the name of an option of sbatch: letters, digits and dashes, without the leading ones.", nameof(Further));
            if (value is null)
                arguments.Add($"--{name}");
            else
                Add(name, value);
        }

        arguments.Add(Script);
        return arguments;

        void Add(string name, string? value)
        {
            if (value is null)
                return;
            if (value.Any(char.IsControl))
                throw new ArgumentException($"The option --{name} of sbatch has a line break or another control character in '{value}'.", name);
            arguments.Add($"--{name}={value}");
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
