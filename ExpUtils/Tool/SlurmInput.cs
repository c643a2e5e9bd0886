using System.CommandLine;
using ExpUtils.Slurm;

namespace ExpUtils.Tool;

/// <summary>The options of a Slurm job: from a file, and on the command line, which wins.</summary>
internal sealed class SlurmInput
{
    private readonly Option<string?> _file = new("--options") { Description = "A JSON file with options: type, time, account, cores, mem_per_core, ..." };
    private readonly Option<int?> _hours = new("--hours") { Description = "The time of a task in hours, less a second." };
    private readonly Option<string?> _time = new("--time") { Description = "The time of a task, as 0:30:00 or 1-12." };
    private readonly Option<int?> _gigs = new("--gigs") { Description = "The memory of each core in GB." };
    private readonly Option<int?> _cores = new("--cores") { Description = "The cores of a task." };
    private readonly Option<int?> _threads = new("--threads") { Description = "The cores that one run uses." };
    private readonly Option<string?> _account = new("--account") { Description = "Whose share is charged." };
    private readonly Option<string?> _partition = new("--partition") { Description = "Where it runs." };
    private readonly Option<int?> _sequential = new("--sequential") { Description = "How many runs a task does one after the other on each core." };
    private readonly Option<double?> _minutes = new("--run-minutes") { Description = "About how many minutes a run takes; tasks get as many as fit into their time." };
    private readonly Option<int?> _throttle = new("--throttle") { Description = "How many tasks may run at a time." };
    private readonly Option<int?> _attempts = new("--attempts") { Description = "How many attempts a run gets within its task." };
    private readonly Option<long[]> _after = new("--after") { Description = "Jobs that must be over before.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _prologue = new("--prologue") { Description = "A shell line for the job script, as 'module load dotnet'. May be given often." };
    private readonly Option<string[]> _sbatch = new("--sbatch") { Description = "A further option of sbatch, as gres=gpu:1. May be given often." };
    private readonly Option<bool> _noRequeue = new("--no-requeue") { Description = "Slurm does not start a task again by itself." };

    public void AddTo(Command command)
    {
        Option[] all = [_file, _hours, _time, _gigs, _cores, _threads, _account, _partition, _sequential, _minutes, _throttle, _attempts, _after, _prologue, _sbatch, _noRequeue];
        Array.ForEach(all, command.Options.Add);
    }

    public SlurmOptions Read(ParseResult parsed)
    {
        SlurmTime? time = parsed.GetValue(_time) is { } text ? SlurmTime.Parse(text) : parsed.GetValue(_hours) is { } hours ? SlurmTime.Hours(hours) : null;
        SlurmOptions options = parsed.GetValue(_file) is { } file
            ? SlurmOptions.Load(file)
            : new SlurmOptions { Time = time ?? throw new ArgumentException("How long may a task take? Give --hours, --time or --options.") };
        return options with
        {
            Time = time ?? options.Time,
            MemoryPerCore = parsed.GetValue(_gigs) is { } gigs ? SlurmMemory.Gigs(gigs) : options.MemoryPerCore,
            Cores = parsed.GetValue(_cores) ?? options.Cores,
            ThreadsPerRun = parsed.GetValue(_threads) ?? options.ThreadsPerRun,
            Account = parsed.GetValue(_account) ?? options.Account,
            Partition = parsed.GetValue(_partition) ?? options.Partition,
            Sequential = parsed.GetValue(_sequential) ?? options.Sequential,
            RunTime = parsed.GetValue(_minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : options.RunTime,
            MaxRunningTasks = parsed.GetValue(_throttle) ?? options.MaxRunningTasks,
            Attempts = parsed.GetValue(_attempts) ?? options.Attempts,
            After = parsed.GetValue(_after) is { Length: > 0 } after ? after : options.After,
            Prologue = parsed.GetValue(_prologue) is { Length: > 0 } prologue ? prologue : options.Prologue,
            Requeue = options.Requeue && !parsed.GetValue(_noRequeue),
            Further = parsed.GetValue(_sbatch) is { Length: > 0 } further ? Merge(options.Further, further) : options.Further,
        };
    }

    private static Dictionary<string, string?> Merge(IReadOnlyDictionary<string, string?> given, string[] further)
    {
        var merged = new Dictionary<string, string?>(given, StringComparer.Ordinal);
        foreach (string option in further)
        {
            string[] pair = option.TrimStart('-').Split('=', 2);
            merged[pair[0]] = pair.Length == 2 ? pair[1] : null;
        }

        return merged;
    }
}
