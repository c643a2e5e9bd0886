namespace Lagom.Rl;

/// <summary>A number that moves linearly from one value to another over some steps and then stays.</summary>
public sealed class LinearSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="initial">The value until <paramref name="start"/>.</param>
    /// <param name="final">The value from <paramref name="start"/> + <paramref name="steps"/> on.</param>
    /// <param name="steps">Over how many steps it moves. Range: at least 1.</param>
    /// <param name="start">At which step it begins to move. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of steps is out of range.</exception>
    public LinearSchedule(double initial, double final, long steps, long start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        (Initial, Final, Steps, Start) = (initial, final, steps, start);
    }

    /// <summary>The value at the beginning.</summary>
    public double Initial { get; }

    /// <summary>The value at the end.</summary>
    public double Final { get; }

    /// <summary>Over how many steps the value moves.</summary>
    public long Steps { get; }

    /// <summary>At which step it begins to move.</summary>
    public long Start { get; }

    /// <summary>The value at a step.</summary>
    /// <param name="step">The step. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public double At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (step <= Start)
            return Initial;
        return step - Start >= Steps ? Final : Initial + (step - Start) / (double)Steps * (Final - Initial);
    }
}
