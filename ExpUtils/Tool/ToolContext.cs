using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExpUtils.Running;
using Spectre.Console;

namespace ExpUtils.Tool;

/// <summary>Where a command writes, and in which form: tables for people, JSON for scripts.</summary>
internal sealed class ToolContext
{
    public static readonly Option<bool> JsonOption = new("--json") { Description = "Write JSON, for scripts.", Recursive = true };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ToolContext(ParseResult parsed)
    {
        Output = parsed.InvocationConfiguration.Output;
        Error = parsed.InvocationConfiguration.Error;
        IsJson = parsed.GetValue(JsonOption);
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public bool IsJson { get; }

    /// <summary>Whether a person watches: standard error is a terminal, and it is the one written to.</summary>
    public bool IsWatched => !IsJson && ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Makes a command's action: what is wrong with use, files or cluster becomes a message and exit code 2.</summary>
    public static void SetAction(Command command, Func<ParseResult, ToolContext, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, _) =>
        {
            var context = new ToolContext(parsed);
            using var signals = new StopSignals();
            try
            {
                return await action(parsed, context, signals.Token);
            }
            catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
            {
                return ExperimentProgram.Interrupted;
            }
            catch (Exception exception) when (exception is ExpUtilsException or ArgumentException or IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
            {
                if (context.IsJson)
                    context.Write(new JsonObject { ["error"] = exception.Message });
                await context.Error.WriteLineAsync(exception.Message);
                return ExperimentProgram.Misuse;
            }
        });

    /// <summary>Writes one JSON value.</summary>
    public void Write(JsonNode json) => Output.WriteLine(json.ToJsonString(Indented));

    /// <summary>Writes a table: with lines at a terminal, plain elsewhere.</summary>
    public void Write(TextTable table)
    {
        if (Terminal.Shows(Output))
            AnsiConsole.Write(table.ToSpectre());
        else
            Output.Write(table.ToPlainText());
    }

    public IAnsiConsole ErrorConsole() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
}
