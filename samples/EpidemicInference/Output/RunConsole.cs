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
    /// <summary>Runs a job while showing how far it is.</summary>
    public JobResult Follow(Func<Action<JobProgress>, JobResult> job) => new ProgressView(error, errorIsTerminal).Follow(report => job(progress =>
        report(new RunProgress(progress.Run, progress.Step, progress.Steps, string.Create(CultureInfo.InvariantCulture, $"{progress.TrueCalls:N0} true calls")))));

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
}
