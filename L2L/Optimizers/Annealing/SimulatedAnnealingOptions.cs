namespace L2L;

/// <summary>Options of <see cref="SimulatedAnnealing"/>.</summary>
public sealed record SimulatedAnnealingOptions : OptimizerOptions
{
    /// <summary>How many chains run side by side, each on its own. Range: at least 1.</summary>
    public int ParallelRuns { get; init; } = 50;

    /// <summary>The standard deviation of a step at temperature 1, in search coordinates: choose it by the range of the parameters. Range: positive.</summary>
    public double StepSize { get; init; } = 0.03;

    /// <summary>The decay α of the schedules that have one. Range: (0, 1].</summary>
    public double TemperatureDecay { get; init; } = 0.99;

    /// <summary>How the temperature falls from 1; the adaptive schedules end at 0.</summary>
    public CoolingSchedule Schedule { get; init; } = CoolingSchedule.QuadraticAdaptive;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(ParallelRuns, 1, nameof(ParallelRuns));
        OptionCheck.Positive(StepSize, nameof(StepSize));
        OptionCheck.Require(TemperatureDecay is > 0 and <= 1, nameof(TemperatureDecay), TemperatureDecay, "in (0, 1]");
        OptionCheck.Require(Enum.IsDefined(Schedule), nameof(Schedule), Schedule, "one of " + string.Join(", ", Enum.GetNames<CoolingSchedule>()));
    }
}
