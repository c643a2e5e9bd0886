using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ExpUtils.Running;

/// <summary>
/// Runs a command line, a process of its own per run. Exit code 0 means success. What it prints goes to the run's log. When it has to stop it
/// gets SIGTERM, and is killed with all its children when it does not end within the time given.
/// </summary>
/// <remarks>
/// The environment variable <c>EXPUTILS_CHECKPOINT</c> names a folder where a program may keep its state: it stays until the run is done, whatever ends the
/// program before, and the next attempt finds it. Programs of <see cref="ExperimentProgram"/> have it as <see cref="RunContext.Checkpoint"/>.
/// </remarks>
/// <param name="command">The command line.</param>
/// <param name="stopGrace">How long it may take to stop; null for 5 s.</param>
/// <param name="workingFolder">Where it starts; null for the current folder.</param>
public sealed class ProcessExecutor(RunCommand command, TimeSpan? stopGrace = null, string? workingFolder = null) : IRunExecutor
{
    // Tells a program of ours that whoever started it for a run looks after that run.
    internal const string HeldVariable = "EXPUTILS_RUN";

    private const int TailLines = 20;

    private static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(300);

    private readonly RunCommand _command = command ?? throw new ArgumentNullException(nameof(command));
    private readonly TimeSpan _stopGrace = stopGrace ?? TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    /// <exception cref="RunFailedException">It ended with another exit code than 0, or could not be started.</exception>
    public async ValueTask ExecuteAsync(RunContext run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<string> words = _command.For(run.Experiment, run.Index);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = workingFolder ?? "",
        };
        start.Environment[HeldVariable] = HeldRun(run.Experiment.Path!, run.Index);
        using var checkpoint = new ProgramFolder(run.Checkpoint.Root);
        start.Environment[RunCheckpoint.FolderVariable] = checkpoint.Path;
        var tail = new Queue<string>();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new RunFailedException($"'{words[0]}' could not be started: {exception.Message}", 127, "");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process).ConfigureAwait(false);
            throw;
        }

        if (process.ExitCode == 0)
            return;
        // Ctrl-C reaches the children as well, and one of them may have ended before this program has heard of it: then it has not failed.
        if (process.ExitCode > 128)
            await Task.Delay(SignalDelay, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        throw new RunFailedException(Describe(words[0], process.ExitCode), process.ExitCode, Tail());

        void Take(string? line)
        {
            if (line is null)
                return;
            run.Log.WriteLine(line);
            lock (tail)
            {
                if (tail.Count == TailLines)
                    tail.Dequeue();
                tail.Enqueue(line);
            }
        }

        string Tail()
        {
            lock (tail)
                return string.Join('\n', tail);
        }
    }

    internal static string HeldRun(string file, long index) => string.Create(CultureInfo.InvariantCulture, $"{index} {Path.GetFullPath(file)}");

    private static string Describe(string program, int exitCode)
    {
        string name = Path.GetFileName(program);
        return exitCode is > 128 and < 160 && !OperatingSystem.IsWindows()
            ? string.Create(CultureInfo.InvariantCulture, $"{name} was ended by signal {exitCode - 128}.")
            : string.Create(CultureInfo.InvariantCulture, $"{name} ended with exit code {exitCode}.");
    }

    private async Task EndAsync(Process process)
    {
        ProcessSignals.AskToEnd(process);
        using var patience = new CancellationTokenSource(_stopGrace);
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    // Most programs keep nothing there, and leave nothing behind then.
    private readonly struct ProgramFolder(string path) : IDisposable
    {
        public string Path { get; } = Directory.CreateDirectory(path).FullName;

        public void Dispose()
        {
            if (!Directory.EnumerateFileSystemEntries(Path).Any())
                Directory.Delete(Path);
        }
    }
}
