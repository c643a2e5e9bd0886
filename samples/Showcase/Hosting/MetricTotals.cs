using System.Diagnostics.Metrics;

namespace Showcase.Hosting;

/// <summary>Adds up the counters of all meters of the host.</summary>
internal sealed class MetricTotals : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, long> _totals = new(StringComparer.Ordinal);

    public MetricTotals(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument is Counter<long>)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string name = instrument.Name;
            foreach (KeyValuePair<string, object?> tag in tags)
                name += $", {tag.Key} {tag.Value}";
            lock (_totals)
                _totals[name] = _totals.GetValueOrDefault(name) + value;
        });
        _listener.Start();
    }

    /// <summary>The totals so far, by instrument and tags.</summary>
    public IReadOnlyDictionary<string, long> Totals
    {
        get
        {
            lock (_totals)
                return new SortedDictionary<string, long>(_totals, StringComparer.Ordinal);
        }
    }

    public void Dispose() => _listener.Dispose();
}
