using System.CommandLine;
using ExpUtils.Running;

namespace ExpUtils.Tool;

/// <summary>The command of a run, behind <c>--</c>.</summary>
internal sealed class CommandInput
{
    private readonly Argument<string[]> _words = new("command")
    {
        Description = "Behind --: the program that does a run, with its arguments. {file}, {index} and {run} stand for the experiment's file and the run's numbers; without {index}, -e FILE -i INDEX is added.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public CommandInput AddTo(Command command)
    {
        command.Arguments.Add(_words);
        return this;
    }

    public RunCommand Read(ParseResult parsed) => parsed.GetValue(_words) is { Length: > 0 } words
        ? new RunCommand(words)
        : throw new ArgumentException("Which program does a run? Give it behind --, as: exputils run sweep.json -- dotnet Sweep.dll");
}
