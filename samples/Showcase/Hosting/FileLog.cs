using Microsoft.Extensions.Logging;

namespace Showcase.Hosting;

/// <summary>Appends the host's log to a file.</summary>
internal sealed class FileLog(string path, TimeProvider time) : ILoggerProvider
{
    private readonly StreamWriter _writer = new(path, append: true) { AutoFlush = true };
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new CategoryLog(this, categoryName);

    public void Dispose() => _writer.Dispose();

    private void Write(string category, LogLevel level, string message, Exception? exception)
    {
        lock (_writing)
            _writer.WriteLine(FormattableString.Invariant($"{time.GetUtcNow():yyyy-MM-dd HH:mm:ss} {level} {category}: {message}{(exception is null ? "" : $"\n{exception}")}"));
    }

    private sealed class CategoryLog(FileLog file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                file.Write(category, logLevel, formatter(state, exception), exception);
        }
    }
}
