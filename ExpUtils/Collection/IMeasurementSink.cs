namespace ExpUtils;

/// <summary>Takes the measurements of one run as they come.</summary>
public interface IMeasurementSink
{
    /// <summary>Takes values of a metric. A frame that is given again replaces what was there.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="frames">The frames (steps) of the values, ascending.</param>
    /// <param name="values">The values, one per frame; NaN is a value.</param>
    void Write(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values);
}
