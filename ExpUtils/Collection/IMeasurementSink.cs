namespace ExpUtils;

/// <summary>Takes the measurements of one run as they come.</summary>
public interface IMeasurementSink
{
    /// <summary>Takes values of a metric. A frame that is given again replaces what was there.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="frames">The frames (steps) of the values, ascending.</param>
    /// <param name="values">The values, one per frame; NaN is a value.</param>
    void Write(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values);

    /// <summary>Takes one value of a metric. Where there are many, a <see cref="Collector"/> hands them on in blocks, which is much quicker with a database.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="frame">The frame (step) of the value.</param>
    /// <param name="value">The value; NaN is one.</param>
    void Write(string metric, long frame, double value) => Write(metric, [frame], [value]);
}
