using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SharedSource.Slurm;

/// <summary>
/// Calls <c>sbatch</c>, <c>squeue</c>, <c>scontrol</c> and <c>scancel</c>, each a process of its own with a list of arguments. A controller
/// that does not answer is asked again, with growing pauses. Nothing needs an accounting database. Safe to use from many threads.
/// </summary>
internal sealed class SlurmCommands(TimeProvider? time = null, string? configuration = null)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>
    /// Submits a job and returns its number. Where the controller did not answer, the job may have been accepted all the same; so before
    /// the next attempt the queue is searched for a job of that name, which is why the name should be unique.
    /// </summary>
    /// <exception cref="SlurmCommandException">Slurm is missing or refused the job; the message carries its reason.</exception>
    public async Task<long> SubmitAsync(SlurmSubmission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        string[] arguments = ["--parsable", .. submission.Arguments()];
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return ParseJobId(await RunAsync("sbatch", arguments, cancellationToken).ConfigureAwait(false));
            }
            catch (SlurmCommandException exception) when (exception.IsTransient && attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], _time, cancellationToken).ConfigureAwait(false);
                if (await FindAsync(submission.Name, cancellationToken).ConfigureAwait(false) is { } job)
                    return job;
            }
        }
    }

    /// <summary>
    /// What the controller knows about some jobs: a line for each job or array task, in one call for all of them. Jobs that ended more than
    /// the cluster's <c>MinJobAge</c> ago are missing.
    /// </summary>
    public async Task<IReadOnlyList<SlurmTask>> QueueAsync(IReadOnlyCollection<long> jobs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        if (jobs.Count == 0)
            return [];
        string list = string.Join(',', jobs.Select(job => job.ToString(CultureInfo.InvariantCulture)));
        try
        {
            string text = await PatientlyAsync(
                "squeue", ["--noheader", "--array", "--states=all", $"--jobs={list}", $"--format={SlurmTask.Format}"], cancellationToken).ConfigureAwait(false);
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SlurmTask.Parse).ToList();
        }
        catch (SlurmCommandException exception) when (exception.IsUnknownJob)
        {
            return [];
        }
    }

    /// <summary>Cancels a job, or some tasks of an array. What has ended already, or is not known any more, stays as it is.</summary>
    public async Task CancelAsync(long job, IEnumerable<int>? tasks = null, CancellationToken cancellationToken = default)
    {
        string target = job.ToString(CultureInfo.InvariantCulture);
        if (tasks is not null)
            target += $"_[{SlurmArray.Format(tasks)}]";
        try
        {
            await PatientlyAsync("scancel", [target], cancellationToken).ConfigureAwait(false);
        }
        catch (SlurmCommandException exception) when (exception.IsUnknownJob)
        {
        }
    }

    /// <summary>How many tasks one array may have on this cluster (its <c>MaxArraySize</c>).</summary>
    public async Task<int> MaximumArraySizeAsync(CancellationToken cancellationToken = default)
    {
        string text = await PatientlyAsync("scontrol", ["show", "config"], cancellationToken).ConfigureAwait(false);
        foreach (string line in text.Split('\n'))
        {
            string[] pair = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair is ["MaxArraySize", var value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size))
                return size;
        }

        // Slurm's own default.
        return 1001;
    }

    /// <summary>The number of this user's job of a name; null where the controller knows none.</summary>
    public async Task<long?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string text = await PatientlyAsync("squeue", ["--noheader", "--me", "--states=all", $"--name={name}", "--format=%F"], cancellationToken).ConfigureAwait(false);
        string? line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return line is null ? null : ParseJobId(line);
    }

    /// <summary>Reads what <c>sbatch --parsable</c> prints: <c>12</c> or <c>12;cluster</c>.</summary>
    public static long ParseJobId(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        // A site's filter may print a greeting first.
        string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        return long.TryParse(last.Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long job)
            ? job
            : throw new SlurmCommandException($"sbatch printed '{output.Trim()}' where the number of the job should be.", "");
    }

    private async Task<string> PatientlyAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await RunAsync(program, arguments, cancellationToken).ConfigureAwait(false);
            }
            catch (SlurmCommandException exception) when (exception.IsTransient && attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        if (configuration is not null)
            start.Environment["SLURM_CONF"] = configuration;
        // Settings of the caller's own job, if it runs in one, and of his shell must not change what is asked for here.
        foreach (string name in start.Environment.Keys.Where(IsDefaultOfTools).ToArray())
            start.Environment.Remove(name);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new SlurmCommandException($"'{program}' could not be started: {exception.Message}. Is Slurm installed on this machine (a login node)?", "", exception);
        }

        using (process)
        {
            process.StandardInput.Close();
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var error = process.StandardError.ReadToEndAsync(cancellationToken);
                string text = await output.ConfigureAwait(false);
                string complaint = (await error.ConfigureAwait(false)).Trim();
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                if (process.ExitCode == 0)
                    return text;
                throw new SlurmCommandException(
                    $"'{program}' failed with exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {(complaint.Length > 0 ? complaint : text.Trim())}", complaint);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }

    private static bool IsDefaultOfTools(string name) =>
        name.StartsWith("SBATCH_", StringComparison.Ordinal) || name.StartsWith("SQUEUE_", StringComparison.Ordinal) || name.StartsWith("SCANCEL_", StringComparison.Ordinal);
}
