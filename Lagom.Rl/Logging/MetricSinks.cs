namespace Lagom.Rl;

/// <summary>Joins sinks.</summary>
public static class MetricSinks
{
    /// <summary>A sink that hands everything to all of some sinks, in order, and disposes of them.</summary>
    /// <param name="sinks">The sinks.</param>
    public static IMetricSink All(params ReadOnlySpan<IMetricSink> sinks)
    {
        foreach (IMetricSink sink in sinks)
            ArgumentNullException.ThrowIfNull(sink, nameof(sinks));
        return new Joined(sinks.ToArray());
    }

    private sealed class Joined(IMetricSink[] sinks) : IMetricSink
    {
        public void Write(long step, IReadOnlyDictionary<string, double> metrics)
        {
            foreach (IMetricSink sink in sinks)
                sink.Write(step, metrics);
        }

        public void Flush()
        {
            foreach (IMetricSink sink in sinks)
                sink.Flush();
        }

        public void Dispose()
        {
            foreach (IMetricSink sink in sinks)
                sink.Dispose();
        }
    }
}
