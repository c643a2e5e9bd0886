namespace L2L;

/// <summary>Options of <see cref="ParallelTempering"/>.</summary>
public sealed record ParallelTemperingOptions : OptimizerOptions
{
    /// <summary>The temperatures, one for each chain; at least two.</summary>
    public IReadOnlyList<TemperingSlot> Slots { get; init; } =
    [
        new(CoolingSchedule.ExponentialAdaptive, 0.8),
        new(CoolingSchedule.ExponentialAdaptive, 0.7),
        new(CoolingSchedule.ExponentialAdaptive, 0.6),
        new(CoolingSchedule.LinearAdaptive, 1, 0.1),
        new(CoolingSchedule.LinearAdaptive, 0.9, 0.2),
    ];

    /// <summary>The standard deviation of a step at temperature 1, in search coordinates: choose it by the range of the parameters. Range: positive.</summary>
    public double StepSize { get; init; } = 0.03;

    /// <summary>The factor k between temperatures and fitness differences where chains change places. Range: positive.</summary>
    public double Boltzmann { get; init; } = 5;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        ArgumentNullException.ThrowIfNull(Slots);
        OptionCheck.AtLeast(Slots.Count, 2, "Slots.Count");
        OptionCheck.Positive(StepSize, nameof(StepSize));
        OptionCheck.Positive(Boltzmann, nameof(Boltzmann));
        foreach (TemperingSlot slot in Slots)
        {
            bool isValid = Enum.IsDefined(slot.Schedule) && slot.End >= 0 && slot.Start > slot.End && double.IsFinite(slot.Start) && slot.Decay is > 0 and <= 1;
            OptionCheck.Require(isValid, nameof(Slots), slot, "of a known schedule, with Start above End, End not negative, and Decay in (0, 1]");
        }
    }
}
