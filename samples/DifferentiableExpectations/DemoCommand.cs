using System.CommandLine;
using DifferentiableExpectations.Demos;
using DifferentiableExpectations.Output;
using DifferentiableExpectations.Report;

namespace DifferentiableExpectations;

/// <summary>The command line: options, the runs, and what they write.</summary>
internal static class DemoCommand
{
    /// <summary>The name of the report in a folder.</summary>
    public const string ReportName = "differentiable-expectations.html";

    private const string All = "all";

    private static readonly Argument<string> Which = new("demo")
    {
        Description = $"Which demonstration. One of: {string.Join(", ", Names())}.",
        DefaultValueFactory = _ => All,
    };

    private static readonly Option<long> Seeds = CommandOptions.Whole("--seeds", "How many seeds each is run with.", 3, 1, 100);

    private static readonly Option<long> Seed = CommandOptions.Whole("--seed", "The first seed.", 1, 0, 1_000_000_000);

    private static readonly Option<long> Percent = CommandOptions.Whole(
        "--percent", "The part of the full number of steps to do; targets are checked on full runs.", 100, 1, 100);

    private static readonly Option<string> Out = CommandOptions.File(
        "--out", "The report: an .html file, or a folder to put it into.", Path.Combine("artifacts", ReportName), path => OutputFile.ReportPath(path, ReportName));

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 2 for a bad argument; 130 where the run was stopped early, after writing what there was.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Differentiates expectations of many kinds, and climbs their gradients.") { Which, Seeds, Seed, Percent, Out };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, output, error, cancellationToken), CancellationToken.None));

        // After Ctrl-C the steps made until then are still summarised and written.
        return await CommandLine.RunAsync(command, args, output, error, Complaints);
    }

    private static IEnumerable<string> Complaints(ParseResult parsed) =>
        Names().Contains(parsed.GetValue(Which)!, StringComparer.OrdinalIgnoreCase) ? [] : [$"demo is '{parsed.GetValue(Which)}'; it must be one of {string.Join(", ", Names())}."];

    private static IEnumerable<string> Names() => AllDemos.List.Select(demo => demo.Name).Prepend(All);

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        string which = parsed.GetValue(Which)!;
        Demo[] chosen = [.. AllDemos.List.Where(demo => which.Equals(All, StringComparison.OrdinalIgnoreCase) || which.Equals(demo.Name, StringComparison.OrdinalIgnoreCase))];
        long first = parsed.GetValue(Seed), seeds = parsed.GetValue(Seeds);
        double share = parsed.GetValue(Percent) / 100.0;
        var view = new ProgressView(error);
        List<DemoResult> results = view.Follow(progress => Follow(chosen, first, seeds, share, progress, cancellationToken));
        ResultText.Table(results).Show(output);

        string report = OutputFile.ReportPath(parsed.GetValue(Out)!, ReportName);
        OutputFile.Write(report, HtmlReport.Write(results, cancellationToken.IsCancellationRequested));
        output.WriteLine($"Report: {report}");
        return cancellationToken.IsCancellationRequested ? ExitCode.Stopped : 0;
    }

    private static List<DemoResult> Follow(Demo[] chosen, long first, long seeds, double share, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        var results = new List<DemoResult>();
        foreach (Demo demo in chosen.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            int steps = Math.Max(1, (int)(demo.Steps * share));
            var runs = new List<DemoRun>();
            for (long seed = first; seed < first + seeds && !cancellationToken.IsCancellationRequested; seed++)
            {
                long done = runs.Count * (long)steps;
                runs.Add(demo.Run(seed, steps, (step, detail) => progress(new(demo.Name, done + step, steps * seeds, detail)), cancellationToken));
            }

            results.Add(new DemoResult(demo, runs, steps == demo.Steps && !cancellationToken.IsCancellationRequested));
        }

        return results;
    }
}
