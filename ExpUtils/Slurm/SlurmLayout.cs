namespace ExpUtils.Slurm;

/// <summary>Where the cores of a job may be.</summary>
public enum SlurmLayout
{
    /// <summary>All on one node (<c>single_node</c>).</summary>
    SingleNode,

    /// <summary>On any nodes (<c>multi_node</c>): each run is started with <c>srun</c> on a core of its own.</summary>
    MultiNode,
}
