using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ExpUtils.Tool;

/// <summary>Help that calls the tool by its command: the library takes the name of the file, which is another one.</summary>
internal sealed class ToolHelp(HelpAction help) : SynchronousCommandLineAction
{
    // Who asks for help need not give all arguments.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        InvocationConfiguration configuration = parseResult.InvocationConfiguration;
        TextWriter output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        int code = help.Invoke(parseResult);
        configuration.Output = output;
        output.Write(text.ToString().Replace($"  {parseResult.RootCommandResult.Command.Name} ", $"  {ToolCommand.Name} ", StringComparison.Ordinal));
        return code;
    }
}
