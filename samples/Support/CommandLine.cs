using System.CommandLine;

namespace SampleSupport;

/// <summary>From arguments to an exit code.</summary>
internal static class CommandLine
{
    // How long Ctrl-C waits for the action to summarise and write what there is, before the process ends all the same.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Parses the arguments and runs the command's action. Complaints go to the error stream, one on a line; <paramref name="check"/> says what
    /// else is wrong with arguments that are well formed each by itself. Ctrl-C cancels the action's token.
    /// </summary>
    /// <returns>The action's exit code, or <see cref="ExitCode.BadArguments"/>.</returns>
    public static async Task<int> RunAsync(
        RootCommand command, string[] args, TextWriter output, TextWriter error, Func<ParseResult, IEnumerable<string>>? check = null)
    {
        ParseResult parsed = command.Parse(args);
        IEnumerable<string> complaints = parsed.Errors.Count > 0 ? parsed.Errors.Select(problem => problem.Message) : check?.Invoke(parsed) ?? [];
        bool isWrong = false;
        foreach (string complaint in complaints.Distinct(StringComparer.Ordinal))
        {
            isWrong = true;
            error.WriteLine(complaint);
        }

        return isWrong
            ? ExitCode.BadArguments
            : await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeToStop });
    }
}
