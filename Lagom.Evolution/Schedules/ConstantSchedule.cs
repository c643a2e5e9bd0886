namespace Lagom.Evolution.Schedules;

/// <summary>Always the same value.</summary>
/// <param name="Value">The value, finite.</param>
public sealed record ConstantSchedule(double Value) : Schedule
{
    /// <summary>The value, finite.</summary>
    public double Value { get; } = Finite(Value, nameof(Value));

    /// <inheritdoc/>
    public override double At(long generation) => Value;
}
