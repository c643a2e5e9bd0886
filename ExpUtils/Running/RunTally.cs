using System.Collections.Concurrent;

namespace ExpUtils.Running;

/// <summary>Counts what becomes of the runs of one call, and reports it. Thread-safe.</summary>
internal sealed class RunTally(int total, int parallelism, IProgress<RunProgress>? progress, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentDictionary<long, byte> _done = new();
    private readonly ConcurrentDictionary<long, RunRecord> _failed = new();
    private readonly ConcurrentDictionary<long, byte> _elsewhere = new();
    private int _running;
    private long _busyTicks;

    public int Failures => _failed.Count;

    public void Begin()
    {
        Interlocked.Increment(ref _running);
        Report();
    }

    public void End(RunRecord? record)
    {
        Interlocked.Decrement(ref _running);
        if (record is not null)
        {
            Interlocked.Add(ref _busyTicks, record.Duration.Ticks);
            if (record.Status == RunStatus.Done)
                _done[record.Index] = 0;
            else
                _failed[record.Index] = record;
        }

        Report();
    }

    public void Elsewhere(long index) => _elsewhere[index] = 0;

    public RunSummary Summary(IReadOnlyList<long> wanted) => new()
    {
        Done = [.. _done.Keys.Order()],
        Failed = [.. _failed.Values.OrderBy(record => record.Index)],
        Elsewhere = [.. _elsewhere.Keys.Order()],
        Left = [.. wanted.Where(index => !_done.ContainsKey(index) && !_failed.ContainsKey(index) && !_elsewhere.ContainsKey(index)).Order()],
    };

    private void Report()
    {
        if (progress is null)
            return;
        int done = _done.Count;
        int failed = _failed.Count;
        int ended = done + failed;
        TimeSpan? remaining = ended == 0 ? null : TimeSpan.FromTicks(Interlocked.Read(ref _busyTicks) / ended * (total - ended) / Math.Max(1, Math.Min(parallelism, total)));
        progress.Report(new RunProgress(total, done, failed, Volatile.Read(ref _running), time.GetElapsedTime(_start), remaining));
    }
}
