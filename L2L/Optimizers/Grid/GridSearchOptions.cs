namespace L2L;

/// <summary>Options of <see cref="GridSearch"/>.</summary>
public sealed record GridSearchOptions : OptimizerOptions
{
    /// <summary>
    /// The axis of each real, integer or vector parameter by name, of all of them or of none; a vector has the same axis for each element. Where
    /// null, every axis goes from bound to bound in <see cref="Steps"/> steps. Parameters with choices always take all of them.
    /// </summary>
    public IReadOnlyDictionary<string, GridAxis>? Axes { get; init; }

    /// <summary>Into how many intervals the range of a parameter is divided where <see cref="Axes"/> is null. Range: at least 1.</summary>
    public int Steps { get; init; } = 30;

    /// <summary>How many points there may be at most. Range: at least 1.</summary>
    public int MaxPoints { get; init; } = 1_000_000;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(Steps, 1, nameof(Steps));
        OptionCheck.AtLeast(MaxPoints, 1, nameof(MaxPoints));
        foreach ((string name, GridAxis axis) in Axes ?? new Dictionary<string, GridAxis>(StringComparer.Ordinal))
            OptionCheck.Require(axis.Steps >= 1 && axis.Lower <= axis.Upper && double.IsFinite(axis.Upper - axis.Lower), $"Axes[{name}]", axis, "finite, in order, and of at least one step");
    }
}
