using System.Runtime.CompilerServices;

namespace SharedSource.Slurm;

/// <summary>
/// Watches jobs until all are over. However many there are, a look is one call of <c>squeue</c>, and while nothing changes the looks get
/// rarer, so that the controller is not worn out.
/// </summary>
internal sealed class SlurmWatch(SlurmCommands commands, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The pause after a look that showed a change. Default: 1 s.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between looks. Default: 30 s.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Yields what every look shows, the last one when nothing of the jobs waits or runs any more. A task that was seen once and is
    /// no longer listed is reported as <see cref="SlurmState.Gone"/>, or with the final state in which it was last seen.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<SlurmTask>> WatchAsync(
        IReadOnlyCollection<long> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var known = new Dictionary<(long, int?), SlurmTask>();
        var pause = Shortest;
        while (true)
        {
            var seen = await commands.QueueAsync(jobs, cancellationToken).ConfigureAwait(false);
            if (Merge(known, seen))
                pause = Shortest;
            yield return known.Values.OrderBy(task => task.JobId).ThenBy(task => task.Task).ToList();
            if (known.Values.All(task => task.State.IsOver()))
                yield break;
            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, pause.Ticks * 3 / 2));
        }
    }

    // Takes over what was seen; returns whether anything changed.
    private static bool Merge(Dictionary<(long, int?), SlurmTask> known, IReadOnlyList<SlurmTask> seen)
    {
        bool changed = false;
        var present = new HashSet<(long, int?)>();
        foreach (var task in seen)
        {
            var key = (task.JobId, task.Task);
            present.Add(key);
            changed |= !known.TryGetValue(key, out var before) || before.State != task.State;
            known[key] = task;
        }

        foreach (var (key, task) in known)
        {
            if (!present.Contains(key) && !task.State.IsOver())
            {
                known[key] = task with { State = SlurmState.Gone };
                changed = true;
            }
        }

        return changed;
    }
}
