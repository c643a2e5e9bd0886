namespace L2L;

/// <summary>Options of <see cref="Tpe"/>.</summary>
public sealed record TpeOptions : SteadyStateOptions
{
    /// <summary>How many individuals are drawn at random first. Range: at least 2.</summary>
    public int Startup { get; init; } = 10;

    /// <summary>Which fraction of the observations counts as good. Range: (0, 1).</summary>
    public double GoodFraction { get; init; } = 0.15;

    /// <summary>How many observations count as good at most. Range: at least 1.</summary>
    public int MaxGood { get; init; } = 25;

    /// <summary>How many values are drawn for each coordinate of a proposal. Range: at least 1.</summary>
    public int Candidates { get; init; } = 24;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(Startup, 2, nameof(Startup));
        OptionCheck.Require(GoodFraction is > 0 and < 1, nameof(GoodFraction), GoodFraction, "in (0, 1)");
        OptionCheck.AtLeast(MaxGood, 1, nameof(MaxGood));
        OptionCheck.AtLeast(Candidates, 1, nameof(Candidates));
    }
}
