namespace ExpUtils.Running;

/// <summary>
/// The time that a job has for several runs: no run is begun that would probably not end in it, judged by the longest of those that
/// have ended in this job. Thread-safe.
/// </summary>
internal sealed class RunBudget(TimeSpan total, TimeProvider time, TimeSpan? expected = null)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _longest = expected ?? TimeSpan.Zero;

    public bool HasRoom()
    {
        lock (_lock)
            return time.GetElapsedTime(_start) + _longest < total;
    }

    public void Took(TimeSpan duration)
    {
        lock (_lock)
            _longest = duration > _longest ? duration : _longest;
    }
}
