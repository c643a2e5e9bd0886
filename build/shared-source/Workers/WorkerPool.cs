using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace SharedSource.Workers;

/// <summary>
/// A fixed number of workers, started when first needed. A worker that died, or was ended because of a time-out, is replaced before
/// the next request. Thread-safe: as many requests are answered at once as there are workers, further ones wait.
/// </summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private readonly WorkerOptions _options;
    private readonly WorkerProcess?[] _workers;
    private readonly Channel<int> _free;
    private int _started;

    /// <param name="options">How the workers are started.</param>
    /// <param name="count">Their number. Range: at least 1.</param>
    public WorkerPool(WorkerOptions options, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _options = options;
        _workers = new WorkerProcess?[count];
        _free = Channel.CreateUnbounded<int>();
        for (int i = 0; i < count; i++)
            _free.Writer.TryWrite(i);
    }

    /// <summary>The number of workers.</summary>
    public int Count => _workers.Length;

    /// <summary>How many processes have been started so far; more than <see cref="Count"/> where some were replaced.</summary>
    public int StartedProcesses => Volatile.Read(ref _started);

    /// <summary>The ids of the processes that are there now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _workers.OfType<WorkerProcess>().Select(worker => worker.Id)];

    /// <summary>Hands a request to the next free worker; the exceptions are those of <see cref="WorkerProcess"/>.</summary>
    /// <param name="request">UTF-8 JSON.</param>
    /// <param name="timeout">How long the answer may take once a worker has the request; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the worker and the wait.</param>
    public async Task<byte[]> CallAsync(ReadOnlyMemory<byte> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        int slot = await _free.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            WorkerProcess worker = await GetOrStartAsync(slot, cancellationToken).ConfigureAwait(false);
            return await worker.CallAsync(request, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not WorkerHandlerException)
        {
            await DropAsync(slot).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _free.Writer.TryWrite(slot);
        }
    }

    /// <summary>As the overload over bytes, with requests and answers of given types.</summary>
    public async Task<TAnswer> CallAsync<TRequest, TAnswer>(
        TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, TimeSpan timeout, CancellationToken cancellationToken)
    {
        byte[] answer = await CallAsync(JsonSerializer.SerializeToUtf8Bytes(request, requestType), timeout, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize(answer, answerType)!;
    }

    /// <summary>Ends all workers. Requests must have been answered or cancelled before.</summary>
    public async ValueTask DisposeAsync()
    {
        _free.Writer.TryComplete();
        await Task.WhenAll(Enumerable.Range(0, _workers.Length).Select(DropAsync)).ConfigureAwait(false);
    }

    private async Task<WorkerProcess> GetOrStartAsync(int slot, CancellationToken cancellationToken)
    {
        if (_workers[slot] is { HasEnded: true })
            await DropAsync(slot).ConfigureAwait(false);
        if (_workers[slot] is { } worker)
            return worker;
        Interlocked.Increment(ref _started);
        return _workers[slot] = await WorkerProcess.StartAsync(_options, slot, cancellationToken).ConfigureAwait(false);
    }

    private async Task DropAsync(int slot)
    {
        if (Interlocked.Exchange(ref _workers[slot], null) is { } worker)
            await worker.DisposeAsync().ConfigureAwait(false);
    }
}
