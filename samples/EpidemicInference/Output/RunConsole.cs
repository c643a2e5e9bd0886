using System.Globalization;
using EpidemicInference.Inference;
using EpidemicInference.Report;
using Spectre.Console;

namespace EpidemicInference.Output;

/// <summary>
/// Shows progress and results: a live bar and framed tables at a terminal, plain lines elsewhere. Progress goes to the error stream,
/// so that standard output holds results only.
/// </summary>
internal sealed class RunConsole(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal)
{
    private const int PlainReports = 10;

    /// <summary>Runs a job while showing how far it is.</summary>
    public JobResult Follow(Func<Action<JobProgress>, JobResult> job) => errorIsTerminal ? FollowLive(job) : FollowPlainly(job);

    public void Show(JobResult result)
    {
        if (result.StoppedEarly)
            output.WriteLine("Stopped early; these are the results of the steps made until then.");
        if (result.Exact is null)
        {
            output.WriteLine("There were too few steps for results.");
            return;
        }

        Show(ResultText.Posterior(result));
        Show(ResultText.Calls(result));
        foreach (string sentence in Findings.Sentences(result))
            output.WriteLine(sentence);
        output.WriteLine();
        Show(ResultText.Times(result));
    }

    private void Show(TextTable table)
    {
        if (outputIsTerminal)
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table.ToSpectre());
        else
            output.WriteLine(table.ToPlainText());
    }

    private JobResult FollowLive(Func<Action<JobProgress>, JobResult> job)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return job(progress =>
                {
                    if (!bars.TryGetValue(progress.Run, out ProgressTask? bar))
                        bars[progress.Run] = bar = context.AddTask(progress.Run, maxValue: progress.Steps);
                    bar.Value = progress.Step;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{progress.Run}, {progress.TrueCalls:N0} true calls");
                });
            });
    }

    private JobResult FollowPlainly(Func<Action<JobProgress>, JobResult> job) => job(progress =>
    {
        int every = Math.Max(1, progress.Steps / PlainReports);
        if (progress.Step % every == 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Run}: step {progress.Step} of {progress.Steps}, {progress.TrueCalls} true calls"));
    });
}
