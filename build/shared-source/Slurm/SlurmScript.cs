using System.Text;

namespace SharedSource.Slurm;

/// <summary>Writes job scripts. What comes from outside is quoted; only the prologue is shell text, and it is the user's own.</summary>
internal static class SlurmScript
{
    /// <summary>The variable in which Slurm tells a task of an array its number.</summary>
    public const string TaskVariable = "SLURM_ARRAY_TASK_ID";

    /// <summary>
    /// A script that runs one command in place of the shell, so that Slurm's signals reach the program itself.
    /// </summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="taskOption">An option that gets the array task's number as its value, such as <c>--task</c>; null for none.</param>
    /// <param name="environment">Variables to set, value quoted; null removes one. Null for none.</param>
    /// <param name="prologue">Shell lines that come first, such as <c>module load dotnet</c>: trusted, never from an experiment file.</param>
    public static string Write(
        IReadOnlyList<string> command, string? taskOption = null, IReadOnlyDictionary<string, string?>? environment = null, IEnumerable<string>? prologue = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count == 0)
            throw new ArgumentException("A job runs a program; the command is empty.", nameof(command));

        var script = new StringBuilder("#!/bin/bash\n");
        foreach (string line in prologue ?? [])
            script.Append(line).Append('\n');
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                throw new ArgumentException($"'{name}' is not the name of an environment variable: letters, digits and underscores, no digit first.", nameof(environment));
            script.Append(value is null ? $"unset {name}\n" : $"export {name}={ShellText.Quote(value)}\n");
        }

        script.Append("exec ").Append(ShellText.Join(command));
        if (taskOption is not null)
            script.Append(' ').Append(ShellText.Quote(taskOption)).Append(" \"$").Append(TaskVariable).Append('"');
        return script.Append('\n').ToString();
    }
}
