namespace Lagom.Evolution.Schedules;

/// <summary>Is multiplied by a factor every generation, down to a floor.</summary>
/// <param name="Initial">The first value, finite.</param>
/// <param name="Factor">The factor a generation. Range: above 0.</param>
/// <param name="Floor">The value below which it never falls, finite.</param>
public sealed record ExponentialSchedule(double Initial, double Factor, double Floor = 0) : Schedule
{
    /// <summary>The first value, finite.</summary>
    public double Initial { get; } = Finite(Initial, nameof(Initial));

    /// <summary>The factor a generation. Range: above 0.</summary>
    public double Factor { get; } = Factor > 0 && double.IsFinite(Factor)
        ? Factor
        : throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "The factor must be positive and finite.");

    /// <summary>The value below which it never falls, finite.</summary>
    public double Floor { get; } = Finite(Floor, nameof(Floor));

    /// <inheritdoc/>
    public override double At(long generation) => Math.Max(Floor, Initial * Math.Pow(Factor, generation));
}
