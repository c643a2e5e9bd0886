namespace Lagom.Rl;

/// <summary>What resuming does with the folder of a job that was begun and not finished.</summary>
public enum UnfinishedJobPolicy
{
    /// <summary>Empties it, so that the job starts as if it had never run.</summary>
    Restart,

    /// <summary>Leaves it, so that the job can go on from a checkpoint of its own; see <see cref="ExperimentJob.IsContinued"/>.</summary>
    Continue,
}
