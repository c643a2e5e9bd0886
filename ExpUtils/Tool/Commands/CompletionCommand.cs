using System.CommandLine;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>Scripts that let shells complete this tool's commands and options.</summary>
internal static class CompletionCommand
{
    // The directive [suggest:POSITION] is answered with the words that may stand there.
    private const string Bash = """
        _exputils() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(exputils "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _exputils exputils
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash or zsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command("completion", "Prints a script for your shell: put  eval \"$(exputils completion bash)\"  into ~/.bashrc.") { shell };
        ToolContext.SetAction(command, (parsed, context, _) =>
        {
            context.Output.WriteLine(parsed.GetValue(shell) == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" + Bash : Bash);
            return Task.FromResult(ExperimentProgram.Success);
        });
        return command;
    }
}
