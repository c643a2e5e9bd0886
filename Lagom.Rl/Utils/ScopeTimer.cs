namespace Lagom.Rl;

/// <summary>Measures how long work takes, and reports it also where the work throws.</summary>
/// <remarks><code>using (ScopeTimer.Start(report => writer.WriteLine(report))) { … }</code></remarks>
public sealed class ScopeTimer : IDisposable
{
    private readonly Action<ScopeTimerReport> _report;
    private readonly TimeProvider _time;
    private readonly long _start;
    private bool _isDone;

    private ScopeTimer(Action<ScopeTimerReport> report, TimeProvider time)
    {
        _report = report;
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>How long it has been.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>Starts to measure until the result is disposed of.</summary>
    /// <param name="report">Is told once, when it is.</param>
    /// <param name="time">Measures; null for the system's clock.</param>
    public static ScopeTimer Start(Action<ScopeTimerReport> report, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ScopeTimer(report, time ?? TimeProvider.System);
    }

    /// <summary>Runs a function and reports how long it took.</summary>
    /// <typeparam name="T">What the function returns.</typeparam>
    /// <param name="work">The function.</param>
    /// <param name="report">Is told once, when it ends or throws.</param>
    /// <param name="time">Measures; null for the system's clock.</param>
    /// <returns>What the function returned.</returns>
    public static T Run<T>(Func<T> work, Action<ScopeTimerReport> report, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        using ScopeTimer timed = Start(report, time);
        return work();
    }

    /// <summary>Reports.</summary>
    public void Dispose()
    {
        if (_isDone)
            return;
        _isDone = true;
        _report(new ScopeTimerReport(Elapsed, _time.GetLocalNow()));
    }
}
