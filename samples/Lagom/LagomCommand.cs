using System.CommandLine;
using LagomHost.Commands;

namespace LagomHost;

/// <summary>The command line.</summary>
internal static class LagomCommand
{
    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 1 where a run failed; 2 for a bad argument; 130 where it was stopped early.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Reinforcement learning from the command line.")
        {
            TrainCommand.Create(output, error), EvaluateCommand.Create(output, error), WatchCommand.Create(output, error), SweepCommand.Create(output, error),
        };

        // After Ctrl-C checkpoints and finished runs stay.
        return await CommandLine.RunAsync(root, args, output, error);
    }

    /// <summary>Runs an action off the calling thread and turns what a user can mend into a message and an exit code.</summary>
    public static Task<int> Guard(TextWriter error, Func<int> action) => Task.Run(() =>
    {
        try
        {
            return action();
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped. Finished runs and checkpoints are kept; --resume goes on from them.");
            return ExitCode.Stopped;
        }
        catch (ArgumentException problem)
        {
            error.WriteLine(problem.Message);
            return ExitCode.BadArguments;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            error.WriteLine(problem.Message);
            return ExitCode.Failed;
        }
    });
}
