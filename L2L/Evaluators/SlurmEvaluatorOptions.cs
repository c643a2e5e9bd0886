namespace L2L;

/// <summary>How simulations are run on a Slurm cluster.</summary>
public sealed record SlurmEvaluatorOptions
{
    /// <summary>The folder for requests, results, scripts and logs. The nodes must see it under the same path.</summary>
    public required string Folder { get; init; }

    /// <summary>The name by which a job knows what to do; see <see cref="SlurmEvaluator.ServeIfAskedAsync(string, IOptimizee, EvaluationLimits)"/>.</summary>
    public string Role { get; init; } = "l2l";

    /// <summary>How many tasks the array of a generation has at most: so many simulations run at once. Range: at least 1. Default: 64.</summary>
    public int Tasks { get; init; } = 64;

    /// <summary>What is done about simulations that take too long, fail, or are lost with their node.</summary>
    public EvaluationLimits Limits { get; init; } = new();

    /// <summary>How long a task of the array may run; null for the partition's default. Individuals that it did not come to are submitted again.</summary>
    public TimeSpan? TaskTime { get; init; }

    /// <summary>Whose share is charged; null for the user's default.</summary>
    public string? Account { get; init; }

    /// <summary>Where the tasks run; null for the cluster's default.</summary>
    public string? Partition { get; init; }

    /// <summary>Cores of one task. Range: at least 1.</summary>
    public int CoresPerTask { get; init; } = 1;

    /// <summary>Memory per core as Slurm writes it, such as <c>4G</c>; null for the cluster's default.</summary>
    public string? MemoryPerCore { get; init; }

    /// <summary>Further options of <c>sbatch</c>: name without dashes to value, null for an option without value.</summary>
    public IReadOnlyDictionary<string, string?> Further { get; init; } = new SortedDictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Shell lines before the program starts, such as <c>module load dotnet</c>.</summary>
    public IReadOnlyList<string> Prologue { get; init; } = [];

    /// <summary>The program that a task runs; null for this one. It must reach the run of the same optimizee.</summary>
    public string? Program { get; init; }

    /// <summary>Its arguments; null for those of this program.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>The configuration of Slurm (<c>SLURM_CONF</c>); null for that of the environment.</summary>
    public string? Configuration { get; init; }

    /// <summary>The shortest pause between two looks at the queue. While nothing changes the pauses grow. Range: positive. Default: 1 s.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two looks at the queue. Range: at least <see cref="ShortestPause"/>. Default: 30 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One is beyond its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        OptionCheck.Require(!string.IsNullOrWhiteSpace(Folder), nameof(Folder), Folder, "a path");
        OptionCheck.Require(!string.IsNullOrWhiteSpace(Role), nameof(Role), Role, "a name");
        OptionCheck.AtLeast(Tasks, 1, nameof(Tasks));
        OptionCheck.AtLeast(CoresPerTask, 1, nameof(CoresPerTask));
        OptionCheck.Require(TaskTime is null || TaskTime > TimeSpan.Zero, nameof(TaskTime), TaskTime, "positive");
        OptionCheck.Require(ShortestPause > TimeSpan.Zero, nameof(ShortestPause), ShortestPause, "positive");
        OptionCheck.Require(LongestPause >= ShortestPause, nameof(LongestPause), LongestPause, $"at least {ShortestPause}");
        Limits.Validate();
    }
}
