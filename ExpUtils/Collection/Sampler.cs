namespace ExpUtils;

/// <summary>The samplers of this package. Each call makes a new one.</summary>
public static class Sampler
{
    /// <summary>Gives every value.</summary>
    public static ISampler Identity() => new IdentitySampler();

    /// <summary>Gives nothing, and asks for nothing: values to evaluate are never computed.</summary>
    public static ISampler Ignore() => new IgnoreSampler();

    /// <summary>Gives the mean of each full block of values; at the end, the mean of the rest.</summary>
    /// <param name="size">Values per block. Range: at least 1.</param>
    public static ISampler Window(int size) => new WindowSampler(size);

    /// <summary>Gives one of every few values.</summary>
    /// <param name="every">How many values there are to each that is given. Range: at least 1.</param>
    /// <param name="trailingEdge">Whether the last of each block is given, instead of the first.</param>
    /// <param name="first">Whether the first value is given in any case.</param>
    public static ISampler Subsample(int every, bool trailingEdge = false, bool first = true) => new SubsampleSampler(every, trailingEdge, first);

    /// <summary>Gives the moving average z ← d z + (1 - d) v, which starts at 0 and is not corrected for that.</summary>
    /// <param name="decay">The weight d of the past. Range: 0 to 1, without 1.</param>
    public static ISampler MovingAverage(double decay) => new MovingAverageSampler(decay);

    /// <summary>Feeds what each sampler gives to the next one; at the end each is emptied into the next.</summary>
    /// <param name="stages">The samplers, first to last; at least one.</param>
    public static ISampler Pipe(params IReadOnlyList<ISampler> stages) => new PipeSampler(stages);
}
