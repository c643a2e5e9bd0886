namespace Lagom.Rl;

/// <summary>How <see cref="ConfigSpace.Expand"/> turns a space into configurations.</summary>
public sealed record ExpansionOptions
{
    /// <summary>How often the grid is gone through with new draws; without effect where nothing is sampled. Default: 1. Range: at least 1.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>The seed of the draws. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Whether all points of the grid share the draws, so that they can be compared pairwise: the configurations of a grid point then
    /// stand together. Otherwise each configuration has draws of its own, and each further pass goes through the whole grid. Default: false.
    /// </summary>
    public bool ShareSamples { get; init; }

    /// <summary>
    /// Whether the items of a configuration keep the order of the space. Otherwise fixed items and conditions come first, then grids,
    /// then samples. Default: true.
    /// </summary>
    public bool KeepItemOrder { get; init; } = true;

    internal void Validate()
    {
        if (Samples < 1)
            throw new ArgumentException($"{nameof(Samples)} is {Samples}; it must be at least 1.", nameof(Samples));
    }
}
