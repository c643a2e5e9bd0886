namespace Lagom.Rl;

/// <summary>One job of an experiment: a configuration with a seed.</summary>
/// <param name="Index">The job's number, from 0: seeds of a configuration stand together.</param>
/// <param name="Configuration">What to run.</param>
/// <param name="Seed">Where all randomness of the job must come from.</param>
/// <param name="Device">Where tensors should live, such as "cpu" or "cuda:0".</param>
/// <param name="Directory">The job's own folder, which exists: whatever the job writes belongs there.</param>
public sealed record ExperimentJob(int Index, Configuration Configuration, long Seed, string Device, string Directory)
{
    /// <summary>
    /// Whether the folder holds what an earlier, unfinished run of the job left, to go on from; only with
    /// <see cref="UnfinishedJobPolicy.Continue"/>.
    /// </summary>
    public bool IsContinued { get; init; }

    /// <summary>The path of a file in the job's folder.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => Path.Combine(Directory, name);
}
