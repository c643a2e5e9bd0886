namespace Lagom.Evolution.Schedules;

/// <summary>Moves from one value to another along half a cosine wave: slowly at both ends, and stays at the last.</summary>
/// <remarks><b>Source:</b> Loshchilov and Hutter (2017), "SGDR: stochastic gradient descent with warm restarts".</remarks>
/// <param name="Initial">The first value, finite.</param>
/// <param name="Final">The last value, finite.</param>
/// <param name="Generations">The number of generations that the way takes. Range: at least 1.</param>
public sealed record CosineSchedule(double Initial, double Final, long Generations) : Schedule
{
    /// <summary>The first value, finite.</summary>
    public double Initial { get; } = Finite(Initial, nameof(Initial));

    /// <summary>The last value, finite.</summary>
    public double Final { get; } = Finite(Final, nameof(Final));

    /// <summary>The number of generations that the way takes. Range: at least 1.</summary>
    public long Generations { get; } = AtLeastOne(Generations, nameof(Generations));

    /// <inheritdoc/>
    public override double At(long generation)
    {
        double done = Math.Clamp(generation / (double)Generations, 0, 1);
        return Final + (Initial - Final) * (1 + Math.Cos(Math.PI * done)) / 2;
    }
}
