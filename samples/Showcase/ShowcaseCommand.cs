using System.CommandLine;
using L2L;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Showcase.Hosting;
using Showcase.Report;

namespace Showcase;

/// <summary>The command line: options, the run, and what it writes.</summary>
internal static class ShowcaseCommand
{
    private const long MostThreads = 1024;
    private static readonly ShowcaseSettings Defaults = new();

    private static readonly Option<bool> Quick = new("--quick") { Description = "A look within seconds; too small for conclusions." };
    private static readonly Option<long> Seed = CommandOptions.Whole("--seed", "Where all randomness comes from.", Defaults.Seed, long.MinValue, long.MaxValue);
    private static readonly Option<long> Threads = CommandOptions.Whole("--threads", "Policy searches at a time; the results do not depend on it.", Defaults.Threads, 1, MostThreads);
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Throw away what the folder holds of an earlier run, instead of going on with it." };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder of the run. A run that was ended goes on there. Default: artifacts/showcase, and artifacts/showcase-quick with --quick.",
    };

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 1 where the run failed; 2 for a bad argument; 130 where it was stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Tunes a policy search through an emulator, compares the result with the default, refines the policy, and reports.")
        {
            Quick, Seed, Threads, Out, Fresh,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, error, cancellationToken));
        return await CommandLine.RunAsync(command, args, output, error);
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        bool isQuick = parsed.GetValue(Quick);
        ShowcaseSettings settings = (isQuick ? ShowcaseSettings.Quick : Defaults) with { Seed = parsed.GetValue(Seed), Threads = (int)parsed.GetValue(Threads) };
        try
        {
            var folder = new StateFolder(parsed.GetValue(Out) ?? Path.Combine("artifacts", isQuick ? "showcase-quick" : "showcase"));
            if (parsed.GetValue(Fresh))
                folder.Clear();
            folder.Claim(settings);
            var view = new ProgressView(error);
            ShowcaseResult result = await Task.Run(
                () => view.Follow(progress => RunAsync(settings, folder, progress, cancellationToken).GetAwaiter().GetResult()), CancellationToken.None);
            Table(result).Show(output);
            output.WriteLine($"Report: {folder[ShowcaseRun.ReportName]}");
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped. The same command goes on from here.");
            return ExitCode.Stopped;
        }
        catch (InvalidDataException damage)
        {
            error.WriteLine($"{damage.Message} (--out names another folder, --fresh throws away what this one holds.)");
            return ExitCode.Failed;
        }
        catch (Exception failure) when (failure is InvalidOperationException or EvaluationFailedException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static TextTable Table(ShowcaseResult result)
    {
        var table = new TextTable("What came out", "", "");
        foreach ((string name, string value) in Findings.Figures(result))
            table.Add(name, value);
        return table;
    }

    /// <summary>Runs in a host of its own.</summary>
    internal static async Task<ShowcaseResult> RunAsync(ShowcaseSettings settings, StateFolder folder, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        using IHost host = ShowcaseHost.Build(settings, folder);
        await host.StartAsync(cancellationToken);
        ShowcaseResult result = await host.Services.GetRequiredService<ShowcaseRun>().RunAsync(progress, cancellationToken);
        await host.StopAsync(CancellationToken.None);
        return result;
    }
}
