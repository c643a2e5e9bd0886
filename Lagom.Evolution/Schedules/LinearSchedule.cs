namespace Lagom.Evolution.Schedules;

/// <summary>Stays at one value until a generation, then moves to another in equal steps, and stays there.</summary>
/// <param name="Initial">The first value, finite.</param>
/// <param name="Final">The last value, finite.</param>
/// <param name="Generations">The number of generations that the way takes. Range: at least 1.</param>
/// <param name="Start">The generation at which the way begins. Range: at least 0.</param>
public sealed record LinearSchedule(double Initial, double Final, long Generations, long Start = 0) : Schedule
{
    /// <summary>The first value, finite.</summary>
    public double Initial { get; } = Finite(Initial, nameof(Initial));

    /// <summary>The last value, finite.</summary>
    public double Final { get; } = Finite(Final, nameof(Final));

    /// <summary>The number of generations that the way takes. Range: at least 1.</summary>
    public long Generations { get; } = AtLeastOne(Generations, nameof(Generations));

    /// <summary>The generation at which the way begins. Range: at least 0.</summary>
    public long Start { get; } = Start >= 0
        ? Start
        : throw new ArgumentOutOfRangeException(nameof(Start), Start, "The generation at which the way begins must not be negative.");

    /// <inheritdoc/>
    public override double At(long generation)
    {
        double done = Math.Clamp((generation - Start) / (double)Generations, 0, 1);
        return done >= 1 ? Final : Initial + done * (Final - Initial);
    }
}
