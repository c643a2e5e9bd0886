namespace Lagom.Rl;

/// <summary>Fires a number of times, equally spaced until a greatest total: ten checkpoints in a million steps, say. Not thread-safe.</summary>
public sealed class CountTrigger
{
    private readonly IntervalTrigger _trigger;

    /// <summary>Makes a trigger.</summary>
    /// <param name="max">The total at which it fires for the last time. Range: positive.</param>
    /// <param name="count">How often it fires, a check with 0 not counted. Range: at least 1.</param>
    /// <param name="counting">Whether checks are told totals or increments.</param>
    /// <param name="jumps">What happens when several of its places have been passed at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CountTrigger(double max, long count, TriggerCounting counting = TriggerCounting.Total, TriggerJumps jumps = TriggerJumps.Once)
    {
        if (!(max > 0) || !double.IsFinite(max))
            throw new ArgumentOutOfRangeException(nameof(max), max, "The greatest total must be positive and finite.");
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _trigger = new IntervalTrigger(max / count, count, counting, jumps);
    }

    /// <summary>How far it is; setting it goes on from there.</summary>
    public TriggerState State
    {
        get => _trigger.State;
        set => _trigger.State = value;
    }

    /// <inheritdoc cref="IntervalTrigger.Check"/>
    public bool Check(double count) => _trigger.Check(count);
}
