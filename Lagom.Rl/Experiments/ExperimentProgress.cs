namespace Lagom.Rl;

/// <summary>How far an experiment is.</summary>
/// <param name="Total">How many jobs it has.</param>
/// <param name="Kept">How many were finished before this run began.</param>
/// <param name="Finished">How many this run has finished.</param>
/// <param name="Failed">How many failed in this run.</param>
/// <param name="Last">The job that ended last; null at the start.</param>
public sealed record ExperimentProgress(int Total, int Kept, int Finished, int Failed, JobOutcome? Last)
{
    /// <summary>How many jobs need no more work in this run.</summary>
    public int Done => Kept + Finished + Failed;
}
