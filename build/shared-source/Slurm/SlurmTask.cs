using System.Globalization;

namespace SharedSource.Slurm;

/// <summary>One line of the queue: a job, or one task of an array.</summary>
/// <param name="JobId">The job; for a task, the array it belongs to.</param>
/// <param name="Task">The task's number in the array; null for a job that is no array.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Slurm's word for why it waits or ended; <c>None</c> where there is nothing to say.</param>
/// <param name="Node">Where it runs or ran; empty before.</param>
internal readonly record struct SlurmTask(long JobId, int? Task, SlurmState State, string Reason, string Node)
{
    /// <summary>The format that <see cref="Parse"/> reads, for <c>squeue --format</c>.</summary>
    public const string Format = "%F|%K|%T|%N|%r";

    /// <summary>Reads one line of <c>squeue --noheader --array --format=</c><see cref="Format"/>.</summary>
    /// <exception cref="FormatException">The line is not of that format.</exception>
    public static SlurmTask Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        // The reason comes last, so that it may contain anything.
        string[] parts = line.Split('|', 5);
        if (parts.Length != 5 || !long.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long job))
            throw new FormatException($"squeue wrote '{line}', which is not of the format {Format}.");
        int? task = int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return new SlurmTask(job, task, SlurmStates.Parse(parts[2].Trim()), parts[4].Trim(), parts[3].Trim());
    }
}
