namespace ExpUtils;

/// <summary>What follows from a sampler's members.</summary>
public static class SamplerExtensions
{
    /// <summary>Takes a value that is only computed where the sampler needs it.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="value">Computes the value.</param>
    /// <param name="sample">What the sampler gives for it.</param>
    /// <returns>Whether it gives something.</returns>
    public static bool TryNext(this ISampler sampler, Func<double> value, out double sample)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(value);
        if (sampler.NeedsNext)
            return sampler.TryNext(value(), out sample);
        sampler.Skip();
        sample = 0;
        return false;
    }

    /// <summary>Takes the same value a number of times.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="value">The value.</param>
    /// <param name="times">How often. Range: at least 0.</param>
    /// <returns>What the sampler gave, in order.</returns>
    public static IReadOnlyList<double> Repeat(this ISampler sampler, double value, int times)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        List<double> samples = [];
        for (int i = 0; i < times; i++)
        {
            if (sampler.TryNext(value, out double sample))
                samples.Add(sample);
        }

        return samples;
    }
}
