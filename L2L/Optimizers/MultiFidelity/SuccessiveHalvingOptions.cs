namespace L2L;

/// <summary>Options of <see cref="SuccessiveHalving"/>.</summary>
public sealed record SuccessiveHalvingOptions : HalvingOptions
{
    /// <summary>How many configurations start; at the end of a round as many new ones do. Range: at least 1.</summary>
    public int Configurations { get; init; } = 81;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(Configurations, 1, nameof(Configurations));
    }
}
