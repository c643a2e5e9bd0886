using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lagom.Rl;
using LagomHost.Algorithms;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>What train and sweep have in common: the algorithm, the environment, seeds, length, and the folder.</summary>
internal sealed class RunOptions
{
    private const string DefaultEnvironment = "CartPole-v1";

    private readonly Argument<string> _algorithm = new("algorithm")
    {
        Description = "What learns. One of: " + string.Join("; ", AlgorithmCatalog.All.Select(entry => $"{entry.Name}, {entry.Summary}")) + ".",
    };

    private readonly Option<string> _environment = new("--env") { Description = "What it learns.", DefaultValueFactory = _ => DefaultEnvironment };
    private readonly Option<long> _seeds;
    private readonly Option<long> _seed = CommandOptions.Whole("--seed", "The first seed.", 1, long.MinValue, long.MaxValue - 100_000);
    private readonly Option<long> _steps = CommandOptions.Whole("--steps", "Environment steps of each run; 0 for the default of algorithm and environment.", 0, 0, 1_000_000_000_000);
    private readonly Option<long> _episodes = CommandOptions.Whole("--episodes", "Episodes in which the final policy is evaluated.", 100, 1, 1_000_000);
    private readonly Option<long> _checkpointEvery = CommandOptions.Whole("--checkpoint-every", "Steps between checkpoints; 0 for a tenth of all.", 0, 0, 1_000_000_000_000);
    private readonly Option<double?> _stopAt = new("--stop-at") { Description = "The mean return of an evaluation at which a run ends early." };
    private readonly Option<long> _jobs = CommandOptions.Whole("--jobs", "Runs at the same time; the results do not depend on it.", 1, 1, 1024);
    private readonly Option<string[]> _set = Settings.Option("--set", "An option of the algorithm, NAME=VALUE; may be given several times.");
    private readonly Option<string?> _out = new("--out") { Description = "The folder. Default: artifacts/lagom/ALGORITHM-ENVIRONMENT." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on in a folder that is there: finished runs are kept, others go on from their checkpoints." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Delete what an earlier run left in the folder." };
    private readonly string _suffix;

    public RunOptions(int seeds, string suffix)
    {
        _seeds = CommandOptions.Whole("--seeds", "How many seeds.", seeds, 1, 100_000);
        _suffix = suffix;
    }

    public void AddTo(Command command)
    {
        command.Add(_algorithm);
        foreach (Option option in (Option[])[_environment, _seeds, _seed, _steps, _episodes, _checkpointEvery, _stopAt, _jobs, _set, _out, _resume, _overwrite])
            command.Add(option);
        command.Validators.Add(Check);
    }

    public AlgorithmEntry Entry(ParseResult parsed) => AlgorithmCatalog.Get(parsed.GetValue(_algorithm)!);

    public IReadOnlyList<Configuration> Configurations(ParseResult parsed, IReadOnlyList<string> grids)
    {
        AlgorithmEntry entry = Entry(parsed);
        string environment = parsed.GetValue(_environment)!;
        long steps = parsed.GetValue(_steps) is > 0 and var given ? given : entry.DefaultSteps(environment);
        long checkpointEvery = parsed.GetValue(_checkpointEvery) is > 0 and var every ? every : Math.Max(1, steps / 10);
        return TrainingPlan.Space(
            entry.Name, environment, steps, (int)parsed.GetValue(_episodes), checkpointEvery, parsed.GetValue(_stopAt), Settings.Items(entry, parsed.GetValue(_set)!, grids)).Expand();
    }

    public ExperimentOptions Experiment(ParseResult parsed)
    {
        long first = parsed.GetValue(_seed);
        string fallback = Path.Combine("artifacts", "lagom", $"{parsed.GetValue(_algorithm)}-{parsed.GetValue(_environment)}{_suffix}");
        return new ExperimentOptions
        {
            Directory = parsed.GetValue(_out) ?? fallback,
            Seeds = [.. Enumerable.Range(0, (int)parsed.GetValue(_seeds)).Select(i => first + i)],
            MaxParallelism = (int)parsed.GetValue(_jobs),
            UnfinishedJobs = UnfinishedJobPolicy.Continue,
            ExistingDirectory = parsed.GetValue(_resume) ? ExistingDirectoryPolicy.Resume
                : parsed.GetValue(_overwrite) ? ExistingDirectoryPolicy.Overwrite : ExistingDirectoryPolicy.Fail,
        };
    }

    public void CheckSettings(CommandResult result, Option<string[]> settings) => Settings.Check(result, settings, AlgorithmCatalog.Get(result.GetValue(_algorithm)!));

    private void Check(CommandResult result)
    {
        string name = result.GetValue(_algorithm) ?? "";
        if (AlgorithmCatalog.All.FirstOrDefault(known => known.Name == name) is not { } entry)
        {
            result.AddError($"The algorithm is '{name}'; it must be one of {string.Join(", ", AlgorithmCatalog.Names)}.");
            return;
        }

        try
        {
            // A validator does not see the defaults of options that are not given.
            TrainingExperiment.Registry.Spec(result.GetValue(_environment) ?? DefaultEnvironment);
        }
        catch (ArgumentException problem)
        {
            result.AddError($"--env: {problem.Message.Replace(" (Parameter 'id')", "", StringComparison.Ordinal)}");
        }

        if (result.GetValue(_resume) && result.GetValue(_overwrite))
            result.AddError("--resume and --overwrite exclude each other.");
        if (result.GetValue(_stopAt) is { } stop && !double.IsFinite(stop))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--stop-at is {stop}; it must be a finite number."));
        Settings.Check(result, _set, entry);
    }
}
