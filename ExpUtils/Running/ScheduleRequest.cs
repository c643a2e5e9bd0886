namespace ExpUtils.Running;

/// <summary>What a scheduler is asked for.</summary>
/// <param name="Experiment">The experiment; it must have come from a file.</param>
/// <param name="Runs">How many runs of each combination are wanted. Range: at least 0.</param>
/// <param name="Command">How a run is started.</param>
public sealed record ScheduleRequest(ExperimentDescription Experiment, long Runs, RunCommand Command)
{
    /// <summary>
    /// Where the command is an <see cref="ExperimentProgram"/>: whether it does all runs of a task in one process. Otherwise, and for every other
    /// program, each run is a process. Default: false.
    /// </summary>
    public bool InOneProcess { get; init; }

    /// <summary>Whether only to say what would be handed over. Default: false.</summary>
    public bool DryRun { get; init; }
}
