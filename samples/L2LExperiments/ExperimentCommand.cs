using System.CommandLine;
using L2LExperiments.Optimizees;
using L2LExperiments.Output;
using L2LExperiments.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace L2LExperiments;

/// <summary>The command line: options, the run, and what it writes.</summary>
internal static class ExperimentCommand
{
    private static readonly RunSettings Defaults = new();
    private static readonly string[] Exports = ["csv", "json", "npz"];

    private static readonly Option<string> Optimizer = new("--optimizer") { Description = "The outer loop; --list shows all.", DefaultValueFactory = _ => Defaults.Optimizer };
    private static readonly Option<string> Optimizee = new("--optimizee") { Description = "The inner loop; --list shows all.", DefaultValueFactory = _ => Defaults.Optimizee };

    private static readonly Option<string?> Script = new("--script")
    {
        Description = $"The settings of one of the original's scripts; other options win. One of: {string.Join(", ", OriginalScripts.All.Keys)}.",
    };

    private static readonly Option<long> Generations = CommandOptions.Whole("--generations", "How many generations.", Defaults.Generations, 1, 10_000_000);
    private static readonly Option<long> Population = CommandOptions.Whole("--population", "How many individuals in each; the optimizer's default where not given.", 0, 1, 10_000_000);
    private static readonly Option<long> Seed = CommandOptions.Whole("--seed", "Where all randomness comes from.", Defaults.Seed, long.MinValue, long.MaxValue);
    private static readonly Option<string[]> Set = new("--set") { Description = "An option of the optimizer, NAME=VALUE; repeatable.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> With = new("--with") { Description = "A setting of the optimizee, NAME=VALUE; repeatable.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Folder = new("--folder") { Description = "Where the run is recorded. A run that was ended goes on. Default: artifacts/l2l/OPTIMIZER-OPTIMIZEE." };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Throw away what the folder holds of an earlier run." };
    private static readonly Option<string> Evaluator = CommandOptions.OneOf("--evaluator", "What runs the simulations.", Defaults.Evaluator, ["in-process", "processes", "slurm"]);
    private static readonly Option<long> Workers = CommandOptions.Whole("--workers", "Simulations at a time; results do not depend on it.", Defaults.Workers, 1, 10_000);
    private static readonly Option<double> TimeLimit = CommandOptions.Positive("--time-limit", "Seconds that a simulation may take.", 0);
    private static readonly Option<long> Retries = CommandOptions.Whole("--retries", "How often a failed simulation is tried again.", 0, 0, 1000);
    private static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "Failed individuals get the worst fitness of their generation instead of ending the run." };
    private static readonly Option<bool> SteadyState = new("--steady-state") { Description = "Start the next individual whenever one is done (optimizers that allow it)." };
    private static readonly Option<string[]> Export = new("--export") { Description = "Also write the trajectory as csv, json or npz; repeatable.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> List = new("--list") { Description = "List optimizers and optimizees with their options." };

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 1 where the run failed; 2 for a bad argument; 130 where it was stopped early.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        Export.Validators.Clear();
        Export.Validators.Add(result =>
        {
            foreach (string kind in result.Tokens.Select(token => token.Value).Where(kind => !Exports.Contains(kind)))
                result.AddError($"--export is '{kind}'; it must be one of {string.Join(", ", Exports)}.");
        });
        var command = new RootCommand("Runs an L2L optimizer on an optimizee, recorded and resumable.")
        {
            Optimizer, Optimizee, Script, Generations, Population, Seed, Set, With, Folder, Fresh, Evaluator, Workers, TimeLimit, Retries, KeepGoing, SteadyState, Export, List,
        };
        await using ServiceProvider services = Services();
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, services, output, error, cancellationToken));
        return await CommandLine.RunAsync(command, args, output, error);
    }

    internal static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddL2L()
            .AddOptimizee<CartPoleOptimizee>("cart-pole", FitnessWeights.Maximize)
            .AddOptimizer<CrossEntropyOptions>(
                "cross-entropy-mixture",
                "cross entropy with a mixture of three Gaussians",
                (problem, options) => new CrossEntropy(problem, options with { Distribution = new NoisyGaussianMixtureDistribution { Components = 3, NoiseDecay = 0.9, WeightConcentrationPrior = 1.5 } }));
        services.AddSingleton<ExperimentRun>();
        return services.BuildServiceProvider();
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(List))
        {
            Catalog.Write(services, output);
            return 0;
        }

        try
        {
            RunSettings settings = Settings(parsed);
            if (parsed.GetValue(Fresh) && Directory.Exists(settings.Folder))
                RemoveRun(settings.Folder);
            var view = new ProgressView(error);
            var run = services.GetRequiredService<ExperimentRun>();
            ExperimentResult result = await Task.Run(() => view.Follow(progress => run.RunAsync(settings, progress, cancellationToken).GetAwaiter().GetResult()), CancellationToken.None);
            ResultText.Table(result).Show(output);
            foreach (string file in ResultText.WriteFiles(result.Trajectory, settings.Folder, settings.Exports))
                output.WriteLine($"Written: {file}");
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped. The same command goes on from here.");
            return ExitCode.Stopped;
        }
        catch (Exception unusable) when (unusable is ExperimentConflictException or InvalidDataException)
        {
            error.WriteLine($"{unusable.Message} (--folder names another one, --fresh throws away what it holds.)");
            return ExitCode.Failed;
        }
        catch (ArgumentException problem)
        {
            error.WriteLine(problem.Message);
            return ExitCode.BadArguments;
        }
        catch (Exception failure) when (failure is EvaluationFailedException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static RunSettings Settings(ParseResult parsed)
    {
        OriginalScript? script = null;
        if (parsed.GetValue(Script) is { } name && !OriginalScripts.All.TryGetValue(name, out script))
            throw new ArgumentException($"--script is '{name}'; it must be one of {string.Join(", ", OriginalScripts.All.Keys)}.");
        string optimizer = Given(parsed, Optimizer) ? parsed.GetValue(Optimizer)! : script?.Optimizer ?? Defaults.Optimizer;
        string optimizee = Given(parsed, Optimizee) ? parsed.GetValue(Optimizee)! : script?.Optimizee ?? Defaults.Optimizee;
        return new RunSettings
        {
            Optimizer = optimizer,
            Optimizee = optimizee,
            Generations = Given(parsed, Generations) ? parsed.GetValue(Generations) : script?.Generations ?? Defaults.Generations,
            Population = Given(parsed, Population) ? parsed.GetValue(Population) : null,
            Seed = Given(parsed, Seed) ? parsed.GetValue(Seed) : script?.Seed ?? Defaults.Seed,
            OptimizerSettings = Pairs(optimizer == script?.Optimizer ? script.OptimizerSettings : null, parsed.GetValue(Set), "--set"),
            OptimizeeSettings = Pairs(optimizee == script?.Optimizee ? script.OptimizeeSettings : null, parsed.GetValue(With), "--with"),
            Folder = parsed.GetValue(Folder) ?? Path.Combine("artifacts", "l2l", parsed.GetValue(Script) ?? $"{optimizer}-{optimizee}"),
            Evaluator = parsed.GetValue(Evaluator)!,
            Workers = (int)parsed.GetValue(Workers),
            TimeLimit = Given(parsed, TimeLimit) ? parsed.GetValue(TimeLimit) : null,
            Retries = (int)parsed.GetValue(Retries),
            KeepGoing = parsed.GetValue(KeepGoing),
            SteadyState = parsed.GetValue(SteadyState),
            Exports = [.. (parsed.GetValue(Export) ?? []).Distinct()],
        };
    }

    private static bool Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static Dictionary<string, string> Pairs(IReadOnlyDictionary<string, string>? start, string[]? given, string option)
    {
        var pairs = new Dictionary<string, string>(start ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        foreach (string text in given ?? [])
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new ArgumentException($"{option} is '{text}'; it must be NAME=VALUE.");
            pairs[name] = value;
        }

        return pairs;
    }

    // Only what a run writes: the folder may hold other things.
    private static void RemoveRun(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, TrajectoryFile.Name + "*"))
            File.Delete(file);
        foreach (string part in (string[])["slurm", "workers"])
        {
            if (Directory.Exists(Path.Combine(folder, part)))
                Directory.Delete(Path.Combine(folder, part), recursive: true);
        }
    }
}
