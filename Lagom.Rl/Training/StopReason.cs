namespace Lagom.Rl;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All steps were taken.</summary>
    StepsDone,

    /// <summary>An evaluation reached the return that was asked for.</summary>
    ReturnReached,

    /// <summary><see cref="TrainingLoop.Stop"/> was called.</summary>
    Requested,
}
