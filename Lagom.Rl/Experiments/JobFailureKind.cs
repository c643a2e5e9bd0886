namespace Lagom.Rl;

/// <summary>In which way a job failed.</summary>
public enum JobFailureKind
{
    /// <summary>It threw an exception.</summary>
    Threw,

    /// <summary>Its process crashed or was killed.</summary>
    Died,

    /// <summary>It took longer than <see cref="ExperimentOptions.JobTimeout"/>.</summary>
    TimedOut,
}
