namespace SharedSource.Slurm;

/// <summary>What Slurm says about a job or a task of an array, reduced to what a scheduler decides on.</summary>
internal enum SlurmState
{
    /// <summary>Waits: for resources, a dependency, its turn, or after a requeue.</summary>
    Pending,

    /// <summary>Runs, or is being set up or cleaned up.</summary>
    Running,

    /// <summary>Ended with exit code 0.</summary>
    Completed,

    /// <summary>Ended with another exit code or by a signal, or ran out of memory.</summary>
    Failed,

    /// <summary>Cut off at its time limit or deadline.</summary>
    TimedOut,

    /// <summary>Ended because a node died or could not start it.</summary>
    NodeFailed,

    /// <summary>Ended to make room for another job.</summary>
    Preempted,

    /// <summary>Cancelled by somebody.</summary>
    Cancelled,

    /// <summary>No longer known: it ended a while ago. Without an accounting database only the job's own files tell how.</summary>
    Gone,
}
