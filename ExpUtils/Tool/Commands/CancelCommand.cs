using System.CommandLine;
using ExpUtils.Running;
using ExpUtils.Slurm;

namespace ExpUtils.Tool.Commands;

/// <summary>Takes an experiment's jobs back from the cluster.</summary>
internal static class CancelCommand
{
    public static Command Create()
    {
        var command = new Command("cancel", "Cancels all jobs of an experiment that wait or run on the cluster.");
        ExperimentInput input = new ExperimentInput().AddTo(command, withRuns: false);
        ToolContext.SetAction(command, async (parsed, _, cancellationToken) =>
        {
            await new SlurmScheduler(new SlurmOptions { Time = SlurmTime.Hours(1) }).CancelAsync(new RunJournal(input.Load(parsed)), cancellationToken);
            return ExperimentProgram.Success;
        });
        return command;
    }
}
