using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace L2L;

/// <summary>
/// Hands rows to the database on a thread of its own, in the order in which they came, all that have piled up in one transaction. A killed
/// process leaves a file that holds everything up to some moment. Thread-safe.
/// </summary>
internal sealed class TrajectoryWriter : IAsyncDisposable
{
    private const int LongestQueue = 1 << 16;

    // Rows that come within this time share a transaction, which costs as much as many rows.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly Channel<Entry> _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TrajectoryDatabase _database;
    private readonly Task _writing;
    private ExceptionDispatchInfo? _failure;
    private int _waiting;

    public TrajectoryWriter(TrajectoryDatabase database)
    {
        _database = database;
        _writing = Task.Factory.StartNew(WriteAllAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Queues a write; waits where too many are queued already. Throws what an earlier write failed with.</summary>
    public ValueTask AddAsync(Action<TrajectoryDatabase> write) => AddAsync(new Entry(write, null));

    /// <summary>Waits until everything queued so far is in the file.</summary>
    public async Task FlushAsync()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _waiting);
        await AddAsync(new Entry(null, written)).ConfigureAwait(false);
        await Task.WhenAny(written.Task, _writing).ConfigureAwait(false);
        _failure?.Throw();
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        _database.Dispose();
    }

    private ValueTask AddAsync(Entry entry)
    {
        _failure?.Throw();
        return _queue.Writer.TryWrite(entry) ? ValueTask.CompletedTask : WaitAndAddAsync(entry);
    }

    private async ValueTask WaitAndAddAsync(Entry entry)
    {
        try
        {
            await _queue.Writer.WriteAsync(entry).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            _failure?.Throw();
            throw;
        }
    }

    private async Task WriteAllAsync()
    {
        var written = new List<TaskCompletionSource>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                if (Volatile.Read(ref _waiting) == 0)
                    await Task.Delay(Gathering).ConfigureAwait(false);
                _database.Begin();
                for (int i = 0; i < LongestQueue && _queue.Reader.TryRead(out Entry entry); i++)
                {
                    entry.Write?.Invoke(_database);
                    if (entry.Written is { } waiting)
                        written.Add(waiting);
                }

                _database.Commit();
                Interlocked.Add(ref _waiting, -written.Count);
                written.ForEach(static waiting => waiting.SetResult());
                written.Clear();
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _queue.Writer.TryComplete();
        }
    }

    private readonly record struct Entry(Action<TrajectoryDatabase>? Write, TaskCompletionSource? Written);
}
