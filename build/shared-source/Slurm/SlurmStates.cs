namespace SharedSource.Slurm;

/// <summary>Reads Slurm's state names and says what they mean for a scheduler.</summary>
internal static class SlurmStates
{
    /// <summary>Reads a long (<c>RUNNING</c>) or short (<c>R</c>) state name; one of a future version counts as running, so that nothing is submitted twice.</summary>
    public static SlurmState Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // "CANCELLED by 1000" and "CANCELLED+" are cancelled too.
        return name.Split(' ', '+')[0].ToUpperInvariant() switch
        {
            "PENDING" or "PD" or "REQUEUED" or "RQ" or "REQUEUE_HOLD" or "RH" or "REQUEUE_FED" or "RF" or "RESV_DEL_HOLD" or "RD" or "SPECIAL_EXIT" or "SE"
                => SlurmState.Pending,
            "COMPLETED" or "CD" => SlurmState.Completed,
            "FAILED" or "F" or "OUT_OF_MEMORY" or "OOM" => SlurmState.Failed,
            "TIMEOUT" or "TO" or "DEADLINE" or "DL" => SlurmState.TimedOut,
            "NODE_FAIL" or "NF" or "BOOT_FAIL" or "BF" or "LAUNCH_FAILED" or "RECONFIG_FAIL" => SlurmState.NodeFailed,
            "PREEMPTED" or "PR" => SlurmState.Preempted,
            "CANCELLED" or "CA" or "REVOKED" or "RV" => SlurmState.Cancelled,
            _ => SlurmState.Running,
        };
    }

    /// <summary>Whether nothing more will come of the job unless somebody submits it again.</summary>
    public static bool IsOver(this SlurmState state) => state is not (SlurmState.Pending or SlurmState.Running);
}
