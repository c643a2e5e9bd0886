namespace SharedSource.Workers;

/// <summary>What is started for a worker: an executable file and its arguments.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerProgram(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program with the arguments it was started with.</summary>
    public static WorkerProgram Current() => CurrentWith(Environment.GetCommandLineArgs()[1..]);

    /// <summary>This very program with other arguments.</summary>
    public static WorkerProgram CurrentWith(IEnumerable<string> arguments)
    {
        string executable = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown, so it cannot be started again.");

        // Under `dotnet x.dll` the executable is the host, and the program is the library it was given.
        return Path.GetFileNameWithoutExtension(executable).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new WorkerProgram(executable, [Environment.GetCommandLineArgs()[0], .. arguments])
            : new WorkerProgram(executable, [.. arguments]);
    }
}
