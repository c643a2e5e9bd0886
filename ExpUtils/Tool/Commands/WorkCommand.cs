using System.CommandLine;
using System.Globalization;
using ExpUtils.Running;
using ExpUtils.Slurm;

namespace ExpUtils.Tool.Commands;

/// <summary>A task of a job array at work; job scripts call it, people do not.</summary>
internal static class WorkCommand
{
    /// <summary>How a job script calls this command of this very program.</summary>
    public static IReadOnlyList<string> Words()
    {
        string executable = Environment.ProcessPath ?? "exputils";
        return Path.GetFileNameWithoutExtension(executable) == "dotnet" ? [executable, Environment.GetCommandLineArgs()[0], "work"] : [executable, "work"];
    }

    public static Command Create()
    {
        var plan = new Option<string>("--plan") { Required = true };
        var task = new Option<int>("--task") { Required = true };
        var command = new Command("work", "Does a task of a job array.") { plan, task };
        command.Hidden = true;
        ToolContext.SetAction(command, async (parsed, context, cancellationToken) =>
        {
            var worker = new SlurmWorker(SlurmPlan.Load(parsed.GetValue(plan)!));
            RunSummary summary = await worker.RunAsync(parsed.GetValue(task), executor: null, options: null, cancellationToken);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Done.Count} done, {summary.Failed.Count} failed, {summary.Elsewhere.Count} run elsewhere, {summary.Left.Count} left"));
            return summary.IsComplete ? ExperimentProgram.Success : summary.Failed.Count > 0 ? ExperimentProgram.RunsFailed : ExperimentProgram.RunsLeft;
        });
        return command;
    }
}
