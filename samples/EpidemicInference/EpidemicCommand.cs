using System.CommandLine;
using EpidemicInference.Inference;
using EpidemicInference.Model;
using EpidemicInference.Output;
using EpidemicInference.Report;
using Layg.Emulators.CholeskyKnn;

namespace EpidemicInference;

/// <summary>The command line: options, the run, and what it writes.</summary>
internal static class EpidemicCommand
{
    /// <summary>The name of the report in a folder.</summary>
    public const string ReportName = "epidemic-inference.html";

    private static readonly JobSettings Defaults = new();

    private static readonly Option<long> Seed = CommandOptions.Whole(
        "--seed", "Where all randomness comes from.", Defaults.Seed, long.MinValue, long.MaxValue);

    private static readonly Option<long> Walkers = CommandOptions.Whole(
        "--walkers", "Walkers of the ensemble.", Defaults.Walkers, 2 * EpidemicModel.Dimension, JobSettings.MostWalkers);

    private static readonly Option<long> Steps = CommandOptions.Whole(
        "--steps", "Steps of every walker, in each of the two runs.", Defaults.Steps, EpidemicJob.FewestSteps, JobSettings.MostSteps);

    private static readonly Option<double> Tolerance = CommandOptions.Positive(
        "--tolerance", "Largest error bar of ln L with which an emulated answer is used.", Defaults.Tolerance);

    private static readonly Option<long> Threads = CommandOptions.Whole(
        "--threads", "Likelihoods computed at a time; the results do not depend on it.", Defaults.Threads, 1, 1024);

    private static readonly Option<string> Out = CommandOptions.File(
        "--out", "The report: an .html file, or a folder to put it into.", Path.Combine("artifacts", ReportName), path => OutputFile.ReportPath(path, ReportName));

    private static readonly Option<string> Json = CommandOptions.File(
        "--json", "Writes the figures to this file.", fallback: null, path => path);

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 2 for a bad argument; 130 where the run was stopped early, after writing what there was.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Infers the 1978 boarding-school influenza outbreak twice: with the exact and with an emulated likelihood.")
        {
            Seed, Walkers, Steps, Out, Json, Tolerance, Threads,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, output, error, cancellationToken), CancellationToken.None));

        // After Ctrl-C the steps made until then are still summarised and written.
        return await CommandLine.RunAsync(command, args, output, error, Complaints);
    }

    private static IEnumerable<string> Complaints(ParseResult parsed)
    {
        long samples = parsed.GetValue(Walkers) * parsed.GetValue(Steps);
        return samples <= JobSettings.MostSamples ? [] :
        [
            FormattableString.Invariant($"--walkers times --steps is {samples}; it must be at most {JobSettings.MostSamples}, so that both chains fit into memory."),
        ];
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var settings = new JobSettings
        {
            Seed = parsed.GetValue(Seed),
            Walkers = (int)parsed.GetValue(Walkers),
            Steps = (int)parsed.GetValue(Steps),
            Tolerance = parsed.GetValue(Tolerance),
            Threads = (int)parsed.GetValue(Threads),
        };
        var job = new EpidemicJob(settings, new CholeskyKnnEmulator());
        JobResult result = new ProgressView(error).Follow(progress => job.Run(progress, cancellationToken));
        ResultText.Show(result, output);

        string report = OutputFile.ReportPath(parsed.GetValue(Out)!, ReportName);
        OutputFile.Write(report, HtmlReport.Write(result, new EpidemicModel().Sir));
        output.WriteLine($"Report: {report}");
        if (parsed.GetValue(Json) is { } json)
        {
            OutputFile.Write(json, FiguresJson.Write(result));
            output.WriteLine($"Figures: {json}");
        }

        return result.StoppedEarly ? ExitCode.Stopped : 0;
    }
}
