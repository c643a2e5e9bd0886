using System.Runtime.InteropServices;

namespace ExpUtils;

/// <summary>Collects metrics frame by frame (step by step), for one index of an experiment after the other.</summary>
/// <remarks>
/// <para>
/// A run calls <see cref="SetIndex"/>, then for every step <see cref="NextFrame"/> and <see cref="Collect"/>, and at its end <see cref="Reset"/>. Frames
/// count from 0 so; where values are collected before the first call of <see cref="NextFrame"/>, their frame is -1. A frame is stored when the next one
/// begins; a metric collected twice in a frame keeps the last value.
/// </para>
/// <para>
/// Collecting allocates nothing, but for columns that double as they fill. Where the index was given a sink, full columns go there instead, and memory
/// does not grow at all. Not for use from several threads at once.
/// </para>
/// </remarks>
public sealed partial class Collector
{
    private readonly Dictionary<string, ISampler> _samplers = new(StringComparer.Ordinal);
    private readonly ISampler _fallback;
    private readonly Dictionary<string, Metric> _metrics = new(StringComparer.Ordinal);
    private readonly List<Metric> _inFrame = [];
    private readonly SortedDictionary<long, CollectedRun> _runs = [];
    private Dictionary<string, ParameterValue> _context = new(StringComparer.Ordinal);
    private bool _isContextNew;
    private CollectedRun? _run;
    private Metric? _latest;
    private long _frame = -1;

    /// <summary>Makes a collector.</summary>
    /// <param name="samplers">What becomes of which metric's values; null for none in particular.</param>
    /// <param name="fallback">What becomes of all others; null to store them as they are.</param>
    public Collector(IReadOnlyDictionary<string, ISampler>? samplers = null, ISampler? fallback = null)
    {
        foreach ((string name, ISampler sampler) in samplers ?? new Dictionary<string, ISampler>(StringComparer.Ordinal))
            _samplers.Add(name, sampler ?? throw new ArgumentException($"The sampler of '{name}' is null.", nameof(samplers)));
        _fallback = fallback ?? Sampler.Identity();
    }

    /// <summary>The index that is being collected; null before the first <see cref="SetIndex"/>.</summary>
    public long? Index => _run?.Index;

    /// <summary>The indices that were begun, ascending.</summary>
    public IReadOnlyCollection<long> Indices => _runs.Keys;

    /// <summary>The metrics and context keys that were stored, in ordinal order.</summary>
    public IReadOnlyList<string> Keys =>
    [
        .. _runs.Values.SelectMany(run => run.Series.Keys.Concat(run.ContextKeys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Begins an index; the one before is ended as by <see cref="Reset"/>. An index begun again starts empty.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <param name="sink">Where its measurements go, in blocks and at its end, instead of staying in memory; null to keep them.</param>
    public void SetIndex(long index, IMeasurementSink? sink = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        Reset();
        _run = new CollectedRun(index, sink);
        _runs[index] = _run;
        _isContextNew = _context.Count > 0;
    }

    /// <summary>Stores the current frame and begins the next one. A frame without values is counted, not stored.</summary>
    /// <exception cref="InvalidOperationException">There is something to store, and no index was set.</exception>
    public void NextFrame()
    {
        if (_inFrame.Count > 0)
            StoreFrame();
        _frame++;
    }

    /// <summary>Takes a value of a metric.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="value">The value.</param>
    public void Collect(string name, double value)
    {
        Metric metric = MetricOf(name);
        if (metric.Sampler is null)
            Put(metric, value);
        else if (metric.Sampler.TryNext(value, out double sample))
            Put(metric, sample);
    }

    /// <summary>Takes a value of a metric that is only computed where it is needed.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="value">Computes the value.</param>
    public void Evaluate(string name, Func<double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Evaluate(name, value, static compute => compute());
    }

    /// <summary>Takes a value of a metric that is only computed where it is needed, from a state; so no closure need be made.</summary>
    /// <typeparam name="TState">What the value is computed from.</typeparam>
    /// <param name="name">The metric.</param>
    /// <param name="state">What the value is computed from.</param>
    /// <param name="value">Computes the value.</param>
    public void Evaluate<TState>(string name, TState state, Func<TState, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Metric metric = MetricOf(name);
        if (metric.Sampler is null || metric.Sampler.NeedsNext)
            Collect(name, value(state));
        else
            metric.Sampler.Skip();
    }

    /// <summary>
    /// Ends the run: stores the current frame, then what samplers have left, in a frame of its own; and forgets their state. The frame number starts again.
    /// </summary>
    public void Reset()
    {
        NextFrame();
        bool isMore = true;
        while (isMore)
        {
            isMore = false;
            foreach (Metric metric in _metrics.Values)
            {
                if (metric.Sampler is null || !metric.Sampler.TryFlush(out double left))
                    continue;
                Put(metric, left);
                isMore = true;
            }

            if (isMore)
                NextFrame();
        }

        foreach (Metric metric in _metrics.Values)
        {
            metric.Sampler?.Reset();
            metric.Series = null;
        }

        _run?.WriteToSink();
        _frame = -1;
    }

    private void Put(Metric metric, double value)
    {
        metric.Current = value;
        if (metric.IsInFrame)
            return;
        metric.IsInFrame = true;
        _inFrame.Add(metric);
    }

    private void StoreFrame()
    {
        CollectedRun run = _run ?? throw new InvalidOperationException("Values were collected before SetIndex said which index they belong to.");
        if (_isContextNew)
        {
            run.SetContext(_frame, new Dictionary<string, ParameterValue>(_context, StringComparer.Ordinal));
            _isContextNew = false;
        }

        foreach (Metric metric in CollectionsMarshal.AsSpan(_inFrame))
        {
            metric.Series ??= run.SeriesOf(metric.Name);
            metric.Series.Add(_frame, metric.Current, run.Sink);
            metric.IsInFrame = false;
        }

        _inFrame.Clear();
    }

    private Metric MetricOf(string name)
    {
        Metric? expected = _latest?.Follower;
        if (expected is null || !ReferenceEquals(expected.Name, name))
        {
            expected = FindOrAdd(name);
            if (_latest is not null)
                _latest.Follower = expected;
        }

        _latest = expected;
        return expected;
    }

    private Metric FindOrAdd(string name)
    {
        if (_metrics.TryGetValue(name, out Metric? metric))
            return metric;
        ArgumentException.ThrowIfNullOrEmpty(name);
        ISampler sampler = _samplers.TryGetValue(name, out ISampler? own) ? own : _fallback;
        metric = new Metric(name, sampler is IdentitySampler ? null : sampler.Fresh());
        _metrics.Add(name, metric);
        return metric;
    }
}
