namespace ExpUtils;

/// <summary>A metric of a collector: its sampler, and what it gave in the current frame.</summary>
internal sealed class Metric(string name, ISampler? sampler)
{
    public string Name { get; } = name;

    /// <summary>Null where every value is taken as it is.</summary>
    public ISampler? Sampler { get; } = sampler;

    public double Current { get; set; }

    public bool IsInFrame { get; set; }

    /// <summary>The metric that was collected after this one the last time: programs collect in the same order step by step.</summary>
    public Metric? Follower { get; set; }

    /// <summary>The column of the current run; null until the metric gives something in it.</summary>
    public Series? Series { get; set; }
}
