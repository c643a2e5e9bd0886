namespace Shared.Tensors;

/// <summary>Where the SDK computes, on how many threads, and from which seed.</summary>
public sealed class TensorOptions
{
    /// <summary>The device: "auto" (the CPU), "cpu", "cuda" or "cuda:N" with the number of the GPU.</summary>
    /// <value>The default is "auto".</value>
    /// <remarks>A GPU that libtorch does not find is refused where the options are validated. Only "cuda" loads libtorch.</remarks>
    public string Device { get; set; } = "auto";

    /// <summary>How many threads a computation may use; 0 takes one per core. No result depends on it.</summary>
    /// <value>The default is 0. Range: 0 to 1024.</value>
    public int Threads { get; set; }

    /// <summary>The seed that <see cref="RandomStreamFactory"/> derives all random streams from. Every value is a seed.</summary>
    /// <value>The default is 0.</value>
    public long Seed { get; set; }

    /// <summary>The number of threads that <see cref="Threads"/> stands for, at least 1.</summary>
    public int ResolvedThreads => Threads == 0 ? Environment.ProcessorCount : Threads;
}
