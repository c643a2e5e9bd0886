namespace ExpUtils;

/// <summary>The data of one index.</summary>
internal sealed class CollectedRun(long index, IMeasurementSink? sink)
{
    private const int FirstCapacity = 16;
    private const int BlockSize = 4096;

    private readonly List<(long From, Dictionary<string, ParameterValue> Context)> _contexts = [];

    public long Index { get; } = index;

    public IMeasurementSink? Sink { get; } = sink;

    public Dictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> ContextKeys => _contexts.SelectMany(entry => entry.Context.Keys).Distinct(StringComparer.Ordinal);

    public Series SeriesOf(string name)
    {
        if (!Series.TryGetValue(name, out Series? series))
            Series.Add(name, series = new Series(name, Sink is null ? FirstCapacity : BlockSize));
        return series;
    }

    /// <summary>The context from a frame on.</summary>
    public void SetContext(long from, Dictionary<string, ParameterValue> context) => _contexts.Add((from, context));

    public void WriteToSink()
    {
        if (Sink is null)
            return;
        foreach (Series series in Series.Values)
            series.WriteTo(Sink);
    }

    public IReadOnlyList<CollectedFrame> Frames()
    {
        var frames = new SortedDictionary<long, Dictionary<string, double>>();
        foreach ((string name, Series series) in Series)
        {
            for (int i = 0; i < series.Frames.Length; i++)
            {
                if (!frames.TryGetValue(series.Frames[i], out Dictionary<string, double>? values))
                    frames.Add(series.Frames[i], values = new Dictionary<string, double>(StringComparer.Ordinal));
                values[name] = series.Values[i];
            }
        }

        return [.. frames.Select(frame => new CollectedFrame(Index, frame.Key, frame.Value, ContextAt(frame.Key)))];
    }

    private Dictionary<string, ParameterValue> ContextAt(long frame) => _contexts.LastOrDefault(entry => entry.From <= frame).Context ?? [];
}
