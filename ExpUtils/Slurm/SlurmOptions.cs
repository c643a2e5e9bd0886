using SharedSource.Slurm;

namespace ExpUtils.Slurm;

/// <summary>What a Slurm job asks for, and how runs are laid out in it.</summary>
public sealed partial record SlurmOptions
{
    private static readonly string[] MailEvents = ["BEGIN", "END", "FAIL", "REQUEUE", "ALL"];

    /// <summary>Whether the cores may be on several nodes. Default: all on one.</summary>
    public SlurmLayout Layout { get; init; } = SlurmLayout.SingleNode;

    /// <summary>Whose share is charged; null for the user's default.</summary>
    public string? Account { get; init; }

    /// <summary>How long one task may run.</summary>
    public required SlurmTime Time { get; init; }

    /// <summary>The cores of one task. Range: at least 1. Default: 1.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>The memory of each core; null for the cluster's default.</summary>
    public SlurmMemory? MemoryPerCore { get; init; }

    /// <summary>The cores that one run uses. Range: 1 to <see cref="Cores"/>. Default: 1.</summary>
    public int ThreadsPerRun { get; init; } = 1;

    /// <summary>
    /// How many runs a task does one after the other on each of its cores. Range: at least 1; null for as many as fit into nine tenths of the time,
    /// where <see cref="RunTime"/> says how long one takes, and otherwise 1.
    /// </summary>
    public int? Sequential { get; init; }

    /// <summary>About how long one run takes; null where that is unknown.</summary>
    public TimeSpan? RunTime { get; init; }

    /// <summary>How many tasks of one submission may run at a time. Range: at least 1; null for no limit.</summary>
    public int? MaxRunningTasks { get; init; }

    /// <summary>How many attempts a run gets within its task. Range: at least 1. Default: 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How long one run may take; null for as long as its task has.</summary>
    public TimeSpan? RunTimeout { get; init; }

    /// <summary>Where it runs; null for the cluster's default.</summary>
    public string? Partition { get; init; }

    /// <summary>Jobs that must be over, however they ended, before this one begins.</summary>
    public IReadOnlyList<long> After { get; init; } = [];

    /// <summary>
    /// How long before the end of the time the task is asked to stop; zero for never; null for three minutes where the time is half an hour or
    /// longer, else never. Slurm keeps to it within a minute.
    /// </summary>
    public TimeSpan? Warning { get; init; }

    /// <summary>Whether Slurm starts a task again by itself after a node died or the task was preempted. Default: yes; what is done is not repeated.</summary>
    public bool Requeue { get; init; } = true;

    /// <summary>
    /// Where what a task prints goes, with Slurm's patterns (%A job, %a task); <c>~</c> and environment variables are expanded. Null for the folder of
    /// the submission. The runs have logs of their own.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>The events that send mail: BEGIN, END, FAIL, REQUEUE or ALL.</summary>
    public IReadOnlyList<string> MailEventNames { get; init; } = [];

    /// <summary>Who gets the mail; null for the user.</summary>
    public string? MailUser { get; init; }

    /// <summary>Shell lines at the beginning of the job script, such as <c>module load dotnet</c>. Never taken from an experiment file.</summary>
    public IReadOnlyList<string> Prologue { get; init; } = [];

    /// <summary>Further options of <c>sbatch</c>: name without dashes to value, null for an option without value. They win over the others.</summary>
    public IReadOnlyDictionary<string, string?> Further { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How many runs a task does at a time.</summary>
    public int Parallelism => Math.Max(1, Cores / ThreadsPerRun);

    /// <summary>How many runs one task gets.</summary>
    public int RunsPerTask => checked(Parallelism * (Sequential ?? FittingRuns()));

    internal TimeSpan EffectiveWarning => Warning ?? (Time.Duration >= TimeSpan.FromMinutes(30) ? TimeSpan.FromMinutes(3) : TimeSpan.Zero);

    /// <summary>Checks everything.</summary>
    /// <param name="accountRule">A cluster's rule for accounts: what is wrong with one, or null; see <see cref="SlurmAccounts"/>.</param>
    /// <exception cref="ArgumentException">Something is out of range; every problem is listed.</exception>
    public void Check(Func<string, string?>? accountRule = null)
    {
        List<string> problems = [];
        Require(Time.Duration > TimeSpan.Zero, $"Time is {Time}; it must be above zero.");
        Require(Cores >= 1, $"Cores is {Cores}; it must be at least 1.");
        Require(ThreadsPerRun >= 1 && ThreadsPerRun <= Math.Max(1, Cores), $"ThreadsPerRun is {ThreadsPerRun}; it must be from 1 to the cores, {Cores}.");
        Require(Sequential is null or >= 1, $"Sequential is {Sequential}; it must be at least 1.");
        Require(RunTime is null || RunTime > TimeSpan.Zero, $"RunTime is {RunTime}; it must be above zero.");
        Require(RunTimeout is null || RunTimeout > TimeSpan.Zero, $"RunTimeout is {RunTimeout}; it must be above zero.");
        Require(MaxRunningTasks is null or >= 1, $"MaxRunningTasks is {MaxRunningTasks}; it must be at least 1.");
        Require(Attempts >= 1, $"Attempts is {Attempts}; it must be at least 1.");
        Require(Warning is null || (Warning >= TimeSpan.Zero && Warning < Time.Duration), $"Warning is {Warning}; it must be from zero to less than the time, {Time}.");
        Require(After.All(job => job > 0), $"After is [{string.Join(", ", After)}]; job numbers are above 0.");
        foreach (string name in MailEventNames)
            Require(MailEvents.Contains(name, StringComparer.Ordinal), $"MailEventNames has '{name}'; known are {string.Join(", ", MailEvents)}.");
        if (Account is not null && accountRule?.Invoke(Account) is { } wrong)
            problems.Add(wrong);
        if (problems.Count > 0)
            throw new ArgumentException(string.Join('\n', problems), "options");

        void Require(bool holds, string problem)
        {
            if (!holds)
                problems.Add(problem);
        }
    }

    /// <summary>The options of <c>sbatch</c> as text, <c>--name=value</c> in alphabetical order, as the Python library writes them.</summary>
    public IReadOnlyList<string> ToFlags() => [.. Submission("-", "-").Arguments().Where(argument => Documented.Contains(argument.Split('=')[0], StringComparer.Ordinal))];

    internal SlurmSubmission Submission(string script, string name) => new()
    {
        Script = script,
        Name = name,
        Account = Account,
        Partition = Partition,
        TimeLimit = Time.ToString(),
        Nodes = Layout == SlurmLayout.SingleNode ? 1 : null,
        Tasks = Cores,
        CoresPerTask = 1,
        MemoryPerCore = MemoryPerCore?.ToString(),
        Output = Output ?? "$SCRATCH/job_output_%j.txt",
        Dependency = After.Count == 0 ? null : $"afterany:{string.Join(':', After)}",
        Warning = EffectiveWarning > TimeSpan.Zero ? EffectiveWarning : null,
        Requeue = Requeue,
        MailType = MailEventNames.Count == 0 ? null : string.Join(',', MailEventNames),
        MailUser = MailUser,
        Further = Further,
    };

    private static readonly string[] Documented =
        ["--account", "--cpus-per-task", "--mail-type", "--mail-user", "--mem-per-cpu", "--nodes", "--ntasks", "--output", "--time"];

    private int FittingRuns() => RunTime is { } each && each > TimeSpan.Zero ? (int)Math.Clamp(Math.Floor(Time.Duration * 0.9 / each), 1, 1_000_000) : 1;
}
