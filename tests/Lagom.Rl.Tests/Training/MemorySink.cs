namespace Lagom.Rl.Tests;

/// <summary>Keeps what is written.</summary>
internal sealed class MemorySink : IMetricSink
{
    public List<(long Step, IReadOnlyDictionary<string, double> Metrics)> Written { get; } = [];

    public int Flushes { get; private set; }

    public bool IsDisposed { get; private set; }

    public void Write(long step, IReadOnlyDictionary<string, double> metrics) => Written.Add((step, metrics));

    public void Flush() => Flushes++;

    public void Dispose() => IsDisposed = true;
}
