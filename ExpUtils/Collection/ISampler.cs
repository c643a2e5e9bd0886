namespace ExpUtils;

/// <summary>Thins out or smooths a stream of values as they come. One instance serves one metric of one run at a time.</summary>
public interface ISampler
{
    /// <summary>Whether the next value matters. Where it does not, <see cref="Skip"/> may be called instead, and the value need not be computed.</summary>
    bool NeedsNext { get; }

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="sample">What the sampler gives for it.</param>
    /// <returns>Whether it gives something.</returns>
    bool TryNext(double value, out double sample);

    /// <summary>Takes a value that it does not need, as <see cref="TryNext"/> with any number.</summary>
    void Skip();

    /// <summary>Gives what is left at the end of a run. Called until it gives nothing more.</summary>
    /// <param name="sample">What is left.</param>
    /// <returns>Whether there was something.</returns>
    bool TryFlush(out double sample);

    /// <summary>Forgets all values, for a new run.</summary>
    void Reset();

    /// <summary>Makes a sampler with the same settings that has seen nothing.</summary>
    ISampler Fresh();
}
