namespace Lagom.Rl;

/// <summary>Fires each time a total has grown by an interval: every 1000 steps, say. Not thread-safe.</summary>
public sealed class IntervalTrigger
{
    private readonly double _interval;
    private readonly TriggerCounting _counting;
    private readonly TriggerJumps _jumps;
    private readonly long _limit;

    /// <summary>Makes a trigger.</summary>
    /// <param name="interval">The interval. Range: positive.</param>
    /// <param name="counting">Whether checks are told totals or increments.</param>
    /// <param name="jumps">What happens when several intervals have passed at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is out of range.</exception>
    public IntervalTrigger(double interval, TriggerCounting counting = TriggerCounting.Total, TriggerJumps jumps = TriggerJumps.Once)
        : this(interval, long.MaxValue, counting, jumps)
    {
    }

    internal IntervalTrigger(double interval, long limit, TriggerCounting counting, TriggerJumps jumps)
    {
        if (!(interval > 0) || !double.IsFinite(interval))
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "The interval must be positive and finite.");
        (_interval, _limit, _counting, _jumps) = (interval, limit, counting, jumps);
    }

    /// <summary>How far it is; setting it goes on from there.</summary>
    public TriggerState State { get; set; }

    /// <summary>Tells how far the count is.</summary>
    /// <param name="count">The total, or what was added to it. Range: at least 0.</param>
    /// <returns>Whether it fires.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or NaN.</exception>
    public bool Check(double count)
    {
        if (!(count >= 0))
            throw new ArgumentOutOfRangeException(nameof(count), count, "The count must not be negative.");
        bool isFirst = !State.HasStarted;
        State = State with { HasStarted = true };
        if (State.Passed >= _limit)
            return false;
        if (count == 0 && (isFirst || _jumps == TriggerJumps.CatchUp))
            return true;

        State = State with { Total = _counting == TriggerCounting.Total ? count : State.Total + count };
        long passed = Passed(State.Total);
        if (passed <= State.Passed)
            return false;
        State = State with { Passed = _jumps == TriggerJumps.Once ? passed : State.Passed + 1 };
        return true;
    }

    private long Passed(double total)
    {
        long passed = (long)(total / _interval);
        if (passed * _interval > total)
            passed--;
        else if ((passed + 1) * _interval <= total)
            passed++;
        return Math.Min(passed, _limit);
    }
}
