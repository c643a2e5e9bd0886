using System.CommandLine;
using EvolutionStrategies.Comparison;
using EvolutionStrategies.Output;
using EvolutionStrategies.Report;
using Lagom.Evolution.Functions;

namespace EvolutionStrategies;

/// <summary>The command line: options, the run, and what it writes.</summary>
internal static class ComparisonCommand
{
    /// <summary>The name of the report in a folder.</summary>
    public const string ReportName = "evolution-strategies.html";

    private static readonly ComparisonSettings Defaults = new();

    private static readonly Option<string> Function = CommandOptions.OneOf(
        "--function", "The benchmark function, shifted and rotated by the seed.", Defaults.Function, BenchmarkFunctions.Names);

    private static readonly Option<long> Dimension = CommandOptions.Whole("--dimension", "The function's dimension.", Defaults.Dimension, 1, 200);

    private static readonly Option<long> Evaluations = CommandOptions.Whole(
        "--evaluations", "Evaluations of the function for each strategy.", Defaults.Evaluations, 1, 10_000_000);

    private static readonly Option<long> PolicyEvaluations = CommandOptions.Whole(
        "--policy-evaluations", "Evaluations of the cart-pole policy for each strategy; 0 leaves it out.", Defaults.PolicyEvaluations, 0, 1_000_000);

    private static readonly Option<long> Seed = CommandOptions.Whole(
        "--seed", "Where all randomness comes from.", Defaults.Seed, long.MinValue, long.MaxValue);

    private static readonly Option<long> Threads = CommandOptions.Whole(
        "--threads", "Candidates evaluated at a time; the results do not depend on it.", Defaults.Threads, 1, 1024);

    private static readonly Option<string> Out = CommandOptions.File(
        "--out", "The report: an .html file, or a folder to put it into.", Path.Combine("artifacts", ReportName), path => OutputFile.ReportPath(path, ReportName));

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 2 for a bad argument; 130 where the run was stopped early, after writing what there was.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Lets evolution strategies search side by side: on a benchmark function, and for a policy that swings up a pole.")
        {
            Function, Dimension, Evaluations, PolicyEvaluations, Seed, Threads, Out,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, output, error, cancellationToken), CancellationToken.None));

        // After Ctrl-C the generations made until then are still summarised and written.
        return await CommandLine.RunAsync(command, args, output, error, Complaints);
    }

    private static IEnumerable<string> Complaints(ParseResult parsed)
    {
        try
        {
            BenchmarkFunctions.Create(parsed.GetValue(Function)!, (int)parsed.GetValue(Dimension));
            return [];
        }
        catch (ArgumentException problem)
        {
            return [$"--dimension is {parsed.GetValue(Dimension)}; {problem.Message}"];
        }
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var settings = new ComparisonSettings
        {
            Function = parsed.GetValue(Function)!,
            Dimension = (int)parsed.GetValue(Dimension),
            Evaluations = parsed.GetValue(Evaluations),
            PolicyEvaluations = parsed.GetValue(PolicyEvaluations),
            Seed = parsed.GetValue(Seed),
            Threads = (int)parsed.GetValue(Threads),
        };
        var view = new ProgressView(error);
        ComparisonResult result = view.Follow(progress => ComparisonResult.Run(settings, progress, cancellationToken));
        ResultText.Show(result, output);

        string report = OutputFile.ReportPath(parsed.GetValue(Out)!, ReportName);
        OutputFile.Write(report, HtmlReport.Write(result));
        output.WriteLine($"Report: {report}");
        return result.StoppedEarly ? ExitCode.Stopped : 0;
    }
}
