namespace Lagom.Rl;

/// <summary>Fires at given steps: every so many from a first to a last one. Has no state.</summary>
public sealed class StepTrigger
{
    /// <summary>Makes a trigger.</summary>
    /// <param name="every">After how many steps it fires again. Range: at least 1.</param>
    /// <param name="start">The first step at which it fires. Range: at least 0.</param>
    /// <param name="stop">The last step at which it may fire; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public StepTrigger(long every = 1, long start = 0, long? stop = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        (Every, Start, Stop) = (every, start, stop);
    }

    /// <summary>After how many steps it fires again.</summary>
    public long Every { get; }

    /// <summary>The first step at which it fires.</summary>
    public long Start { get; }

    /// <summary>The last step at which it may fire; null for none.</summary>
    public long? Stop { get; }

    /// <summary>Whether it fires at a step.</summary>
    /// <param name="step">The step.</param>
    public bool Check(long step) => step >= Start && !(step > Stop) && (step - Start) % Every == 0;
}
