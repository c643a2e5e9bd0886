namespace ExpUtils.Running;

/// <summary>A job that a scheduler has made.</summary>
/// <param name="Id">What the scheduler calls it; null in a dry run.</param>
/// <param name="Tasks">How many tasks it has.</param>
/// <param name="Runs">How many runs they do.</param>
/// <param name="Command">The command line that submits it, for reading.</param>
/// <param name="Script">The job script.</param>
public sealed record ScheduledJob(string? Id, int Tasks, int Runs, string Command, string Script);
