using System.CommandLine;
using Lagom.Rl;
using LagomExperiment.Learning;
using LagomExperiment.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace LagomExperiment;

/// <summary>The command line: options, the experiment, and what it writes.</summary>
internal static class SweepCommand
{
    private const string ReportName = "report.html";

    private static readonly Option<string> Environment = CommandOptions.OneOf("--environment", "What to learn.", "CliffWalking-v1", Sweep.Environments);

    private static readonly Option<long> Episodes = CommandOptions.Whole("--episodes", "Episodes of each run.", 500, 1, 1_000_000);

    private static readonly Option<long> Seeds = CommandOptions.Whole("--seeds", "Runs of each configuration, with the seeds 1, 2, …", 5, 1, 10_000);

    private static readonly Option<long> Parallel = CommandOptions.Whole(
        "--parallel", "Jobs at a time; the results do not depend on it.", System.Environment.ProcessorCount, 1, 1024);

    private static readonly Option<string> Isolation = CommandOptions.OneOf(
        "--isolation", "Where jobs run.", nameof(JobIsolation.Processes), Enum.GetNames<JobIsolation>());

    private static readonly Option<string> Existing = CommandOptions.OneOf(
        "--existing", "What to do with an experiment that is already in the folder.", nameof(ExistingDirectoryPolicy.Resume), Enum.GetNames<ExistingDirectoryPolicy>());

    private static readonly Option<string> Interval = CommandOptions.OneOf(
        "--interval", "The confidence intervals of the report.", nameof(IntervalKind.Bootstrap), Enum.GetNames<IntervalKind>());

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder of the experiment.",
        DefaultValueFactory = _ => Path.Combine("artifacts", "lagom-experiment"),
    };

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 1 where jobs failed; 2 for a bad argument; 130 where the run was stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Sweeps tabular learners over methods, learning rates and seeds, and draws their learning curves.")
        {
            Environment, Episodes, Seeds, Parallel, Isolation, Existing, Interval, Out,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, error, cancellationToken));
        return await CommandLine.RunAsync(command, args, output, error);
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLagom().AddExperiment<TabularExperiment>("tabular");
        await using ServiceProvider provider = services.BuildServiceProvider();
        string directory = parsed.GetValue(Out)!;
        if (!MayOverwrite(parsed))
            return ExitCode.Stopped;
        try
        {
            ExperimentResult result = await FollowAsync(parsed, provider, error, cancellationToken);
            ResultText.Show(result, output);
            string report = Path.Combine(directory, ReportName);
            WriteReport(parsed, result, report);
            output.WriteLine($"Report: {report}");
            return result.Failed.Any() ? ExitCode.Failed : 0;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"Stopped. What is finished is in {directory}; the same command goes on from there.");
            return ExitCode.Stopped;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return ExitCode.BadArguments;
        }
    }

    // A worker has no terminal, so it never asks.
    private static bool MayOverwrite(ParseResult parsed)
    {
        bool asks = parsed.GetValue(Existing) == nameof(ExistingDirectoryPolicy.Overwrite) && Directory.Exists(parsed.GetValue(Out))
            && !Console.IsInputRedirected && !Console.IsOutputRedirected;
        return !asks || Question.YesOrNo($"Delete the experiment in {parsed.GetValue(Out)}?", AnsiConsole.Console);
    }

    private static Task<ExperimentResult> FollowAsync(ParseResult parsed, ServiceProvider provider, TextWriter error, CancellationToken cancellationToken)
    {
        var view = new ProgressView(error);
        return Task.Run(
            () => view.Follow(show => provider.GetRequiredService<ExperimentRunner>().RunAsync(
                provider.GetRequiredKeyedService<IExperiment>("tabular"),
                Sweep.Configurations(parsed.GetValue(Environment)!, parsed.GetValue(Episodes)),
                new ExperimentOptions
                {
                    Directory = parsed.GetValue(Out)!,
                    Seeds = [.. Enumerable.Range(1, (int)parsed.GetValue(Seeds)).Select(seed => (long)seed)],
                    MaxParallelism = (int)parsed.GetValue(Parallel),
                    Isolation = Enum.Parse<JobIsolation>(parsed.GetValue(Isolation)!),
                    ExistingDirectory = Enum.Parse<ExistingDirectoryPolicy>(parsed.GetValue(Existing)!),
                },
                new JobProgress(show),
                cancellationToken).GetAwaiter().GetResult()),
            CancellationToken.None);
    }

    private static void WriteReport(ParseResult parsed, ExperimentResult result, string path)
    {
        string directory = result.Directory;
        string environment = parsed.GetValue(Environment)!;
        double? threshold = new EnvironmentRegistry().Spec(environment).RewardThreshold;
        var figure = new LearningCurveFigure
        {
            XTitle = "episode",
            YTitle = "return",
            Levels = threshold is { } solved ? [(solved, "solved")] : [],
        };
        new LearningCurveReport(
                $"Tabular learners on {environment}",
                $"{parsed.GetValue(Episodes)} episodes with each of {parsed.GetValue(Seeds)} seeds; one step in ten is a random one while learning.",
                new IntervalOptions { Kind = Enum.Parse<IntervalKind>(parsed.GetValue(Interval)!) })
            .Add(result)
            .Add("Return while learning", LearningCurves.Read(directory, TabularExperiment.LearningReturn), figure)
            .Add("Return of the greedy policy", LearningCurves.Read(directory, TabularExperiment.GreedyReturn), figure)
            .Save(path);
    }
}
