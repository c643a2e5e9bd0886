namespace L2L;

/// <summary>What every optimizer that can go on after each single evaluation can be told.</summary>
public abstract record SteadyStateOptions : OptimizerOptions
{
    /// <summary>How many individuals make a generation; the whole search has this many times <see cref="OptimizerOptions.Generations"/>. Range: at least 1.</summary>
    public int PopulationSize { get; init; } = 10;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize, 1, nameof(PopulationSize));
    }
}
