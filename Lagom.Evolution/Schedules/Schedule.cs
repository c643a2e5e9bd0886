namespace Lagom.Evolution.Schedules;

/// <summary>A setting that changes with the generations, such as a learning rate. Immutable; a number stands for a constant one.</summary>
public abstract record Schedule
{
    /// <summary>Computes the value at a generation.</summary>
    /// <param name="generation">The number of generations that were told so far. Range: at least 0.</param>
    public abstract double At(long generation);

    /// <summary>Turns a number into the schedule that always has this value.</summary>
    /// <param name="value">The value, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static implicit operator Schedule(double value) => new ConstantSchedule(value);

    /// <summary>Turns a number into the schedule that always has this value.</summary>
    /// <param name="value">The value, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Schedule FromDouble(double value) => new ConstantSchedule(value);

    /// <summary>Checks a number that a schedule is made of.</summary>
    private protected static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A schedule needs finite numbers.");

    /// <summary>Checks a number of generations.</summary>
    private protected static long AtLeastOne(long value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A schedule must last at least one generation.");
}
