namespace ExpUtils;

/// <summary>A run's series while its rows are read, which may come in any order.</summary>
internal sealed class PartialSeries
{
    private readonly List<long> _frames = [];
    private readonly List<double> _values = [];
    private bool _isSorted = true;

    public void Add(long frame, double value)
    {
        _isSorted &= _frames.Count == 0 || frame > _frames[^1];
        _frames.Add(frame);
        _values.Add(value);
    }

    public RunSeries Finish(ParameterSet parameters, long run)
    {
        long[] frames = [.. _frames];
        double[] values = [.. _values];
        if (!_isSorted)
        {
            // Where a frame is there twice, the row that was written last counts.
            (long Frame, double Value)[] rows = [.. frames.Zip(values).GroupBy(row => row.First).Select(group => (group.Key, group.Last().Second)).OrderBy(row => row.Key)];
            frames = [.. rows.Select(row => row.Frame)];
            values = [.. rows.Select(row => row.Value)];
        }

        return new RunSeries(parameters, run, frames, values);
    }
}
