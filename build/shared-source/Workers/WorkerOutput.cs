namespace SharedSource.Workers;

/// <summary>What a worker prints: written to a log where there is one, the last lines kept. Thread-safe.</summary>
internal sealed class WorkerOutput : IDisposable
{
    private const int KeptLines = 20;
    private static readonly string[] Causes = ["Stack overflow", "Unhandled exception", "Fatal error", "Process terminated", "Out of memory"];

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter? _log;
    private string? _cause;
    private bool _disposed;

    public WorkerOutput(string? logPath)
    {
        if (logPath is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(logPath))!);
        _log = new StreamWriter(new FileStream(logPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            if (Causes.Any(cause => line.StartsWith(cause, StringComparison.Ordinal)))
                _cause = line;
            if (_last.Count == KeptLines)
                _last.Dequeue();
            _last.Enqueue(line);
            if (!_disposed)
                _log?.WriteLine(line);
        }
    }

    /// <summary>The last lines, led by the runtime's word on why the process crashed where that has already scrolled out.</summary>
    public IReadOnlyList<string> LastLines()
    {
        lock (_lock)
            return _cause is null || _last.Contains(_cause, StringComparer.Ordinal) ? [.. _last] : [_cause, "...", .. _last];
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _log?.Dispose();
        }
    }
}
