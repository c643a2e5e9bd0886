using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Layg;

/// <summary>
/// Lets a learner and those of other processes learn from each other's evaluations through a common store: what this learner evaluates is
/// stored at once, what others stored is learnt now and then.
/// </summary>
/// <remarks>
/// <para>
/// When a store cannot be written or read, the learner goes on alone; points are kept and stored later. Which points a learner has at what
/// time then depends on the other processes: runs that share are not reproducible bit for bit.
/// </para>
/// <para>A frozen learner stores what it evaluates, but learns nothing.</para>
/// </remarks>
public sealed partial class LearnerSharing : IDisposable
{
    private const int PointsPerRead = 4096;

    private readonly Learner _learner;
    private readonly ISharedPointStore _store;
    private readonly SharingOptions _options;
    private readonly ILogger _logger;
    private readonly ConcurrentQueue<ExactEvaluation> _unstored = new();
    private readonly Lock _reading = new();
    private long _position;
    private long _readAt;
    private long _sent;
    private long _received;
    private bool _disposed;

    private LearnerSharing(Learner learner, ISharedPointStore store, SharingOptions options, ILogger logger)
    {
        _learner = learner;
        _store = store;
        _options = options;
        _logger = logger;
    }

    /// <summary>Points of this learner that are stored and that no other process had stored before.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Points of other processes that this learner took in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Points of this learner that could not be stored yet.</summary>
    public int Unstored => _unstored.Count;

    /// <summary>Connects a learner with a store, and learns what is there.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="store">The store; it is not disposed with the connection.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="logger">Where failures of the store are reported; null for nowhere.</param>
    /// <exception cref="ArgumentException">The store holds points of another dimension, or a setting is out of range.</exception>
    /// <exception cref="IOException">The store cannot be read.</exception>
    public static LearnerSharing Connect(Learner learner, ISharedPointStore store, SharingOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(store);
        options = options is null ? new SharingOptions() : options with { };
        options.Validate();
        if (store.InputDimension != learner.InputDimension)
            throw new ArgumentException($"The store holds points of dimension {store.InputDimension}; the learner's have {learner.InputDimension}.", nameof(store));
        var sharing = new LearnerSharing(learner, store, options, logger ?? NullLogger.Instance);
        // First, so that what other threads evaluate meanwhile is stored, too.
        learner.ExactEvaluated += sharing.OnExact;
        try
        {
            sharing.Synchronise();
            return sharing;
        }
        catch
        {
            learner.ExactEvaluated -= sharing.OnExact;
            throw;
        }
    }

    /// <summary>Stores what could not be stored before, and learns everything that others stored.</summary>
    /// <exception cref="IOException">The store cannot be written or read.</exception>
    public void Synchronise()
    {
        StoreWaiting();
        lock (_reading)
            Read();
    }

    /// <summary>Ends the connection, after storing what could not be stored before.</summary>
    /// <exception cref="IOException">Points are left that cannot be stored.</exception>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _learner.ExactEvaluated -= OnExact;
        StoreWaiting();
    }

    private void OnExact(object? sender, ExactEvaluation evaluation)
    {
        foreach (double component in evaluation.Y.Span)
        {
            if (!double.IsFinite(component))
                return;
        }

        _unstored.Enqueue(evaluation);
        try
        {
            StoreWaiting();
            ReadIfDue();
        }
        catch (IOException exception)
        {
            LogStoreFailed(_logger, exception, _unstored.Count);
        }
    }

    private void StoreWaiting()
    {
        while (_unstored.TryDequeue(out ExactEvaluation? evaluation))
        {
            bool tried = false;
            try
            {
                bool added = _store.Add(evaluation.X.Span, evaluation.Y.Span);
                tried = true;
                if (added)
                    Interlocked.Increment(ref _sent);
            }
            finally
            {
                if (!tried)
                    _unstored.Enqueue(evaluation);
            }
        }
    }

    private void ReadIfDue()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _readAt)) < _options.ReadInterval || !_reading.TryEnter())
            return;
        try
        {
            Read();
        }
        finally
        {
            _reading.Exit();
        }
    }

    // Called under the lock of reading.
    private void Read()
    {
        Interlocked.Exchange(ref _readAt, Stopwatch.GetTimestamp());
        while (!_learner.IsFrozen)
        {
            IReadOnlyList<SharedPoint> points = _store.ReadAfter(_position, PointsPerRead);
            if (points.Count == 0)
                return;
            // What this learner evaluated in an earlier process comes back, too; it is not evaluated again.
            if (!_learner.TryAddData(TrainingSet.FromRows([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]), countRepeats: false))
                return;
            _position = points[^1].Position;
            Interlocked.Add(ref _received, points.Count);
        }
    }

    [LoggerMessage(1020, LogLevel.Warning, "The shared store failed; {Count} points wait to be stored, and the learner goes on alone")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception, int count);
}
