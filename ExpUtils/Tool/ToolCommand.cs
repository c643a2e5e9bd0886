using System.CommandLine;
using System.CommandLine.Help;
using ExpUtils.Running;
using ExpUtils.Tool.Commands;

namespace ExpUtils.Tool;

/// <summary>The whole command line.</summary>
internal static class ToolCommand
{
    /// <summary>What one types to call it.</summary>
    public const string Name = "exputils";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Experiments in JSON, swept on this machine or on a Slurm cluster. Exit codes: 0 done, 1 runs failed, 2 wrong use or files, 3 runs are left, 130 interrupted.");
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ToolHelp((HelpAction)help.Action!);
        root.Options.Add(ToolContext.JsonOption);
        root.Subcommands.Add(NewCommand.Create());
        root.Subcommands.Add(ListCommand.Create());
        root.Subcommands.Add(RunCommands.Create());
        root.Subcommands.Add(ScheduleCommand.Create());
        root.Subcommands.Add(StatusCommand.Create());
        root.Subcommands.Add(MissingCommand.Create());
        root.Subcommands.Add(ResultsCommand.Create());
        root.Subcommands.Add(BestCommand.Create());
        root.Subcommands.Add(PlotCommand.Create());
        root.Subcommands.Add(CancelCommand.Create());
        root.Subcommands.Add(CleanCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        root.Subcommands.Add(WorkCommand.Create());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string complaint in parsed.Errors.Select(problem => problem.Message).Distinct(StringComparer.Ordinal))
                await error.WriteLineAsync(complaint);
            await error.WriteLineAsync($"Try {Name} {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help.");
            return ExperimentProgram.Misuse;
        }

        // Commands that take their time listen to signals themselves, and stop in order.
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null });
    }
}
