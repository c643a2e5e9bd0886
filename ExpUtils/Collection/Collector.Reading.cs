namespace ExpUtils;

/// <content>Context, and what was collected.</content>
public sealed partial class Collector
{
    /// <summary>Adds values that go into every frame from the one on that is stored next. Keys that are there keep the newer value.</summary>
    /// <param name="context">Keys with values.</param>
    public void SetContext(IEnumerable<KeyValuePair<string, ParameterValue>> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach ((string key, ParameterValue value) in context)
            AddContext(key, value);
    }

    /// <summary>Adds a value that goes into every frame from the one on that is stored next. It is part of <see cref="GetFrames"/>; sinks get no context.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void AddContext(string key, ParameterValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        _context = new Dictionary<string, ParameterValue>(_context, StringComparer.Ordinal) { [key] = value };
        _isContextNew = true;
    }

    /// <summary>The stored values of a metric, in the order of their frames; empty where there are none, or all went to a sink.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="index">The index.</param>
    public double[] Get(string name, long index) => _runs.TryGetValue(index, out CollectedRun? run) && run.Series.TryGetValue(name, out Series? series)
        ? series.Values.ToArray()
        : [];

    /// <summary>The stored frames of an index; a metric that gave nothing in a frame is not in it.</summary>
    /// <param name="index">The index.</param>
    public IReadOnlyList<CollectedFrame> GetFrames(long index) => _runs.TryGetValue(index, out CollectedRun? run) ? run.Frames() : [];

    /// <summary>The value that was stored last, of the current index.</summary>
    /// <param name="name">The metric.</param>
    /// <returns>The value; null where there is none.</returns>
    public double? GetLast(string name) =>
        _run is not null && _run.Series.TryGetValue(name, out Series? series) && series.Values.Length > 0 ? series.Values[^1] : null;

    /// <summary>Writes all that an index has in memory.</summary>
    /// <param name="index">The index.</param>
    /// <param name="sink">Where to.</param>
    public void WriteTo(long index, IMeasurementSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!_runs.TryGetValue(index, out CollectedRun? run))
            return;
        foreach ((string name, Series series) in run.Series)
            sink.Write(name, series.Frames, series.Values);
    }
}
