namespace Lagom.Rl;

/// <summary>Where the jobs of an experiment run.</summary>
public enum JobIsolation
{
    /// <summary>On threads of this process: cheap, but a job that crashes the process ends all.</summary>
    Threads,

    /// <summary>
    /// In worker processes: this same program is started again, with the same arguments, and serves jobs where it reaches the runner. A job
    /// that crashes its process, is killed or takes too long fails alone.
    /// </summary>
    Processes,
}
