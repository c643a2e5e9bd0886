namespace Lagom.Rl;

/// <summary>Means and population variances of numbers that come in batches, kept without the numbers.</summary>
/// <remarks>
/// Starts with mean 0, variance 1 and a small count, as if such a fraction of a sample had been seen.
/// <para><b>Source:</b> Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise algorithm for computing sample variances".</para>
/// </remarks>
public sealed class RunningMeanVar
{
    private readonly double[] _mean;
    private readonly double[] _variance;
    private double _count;

    /// <summary>Makes the statistics.</summary>
    /// <param name="size">How many numbers a sample has. Range: at least 1.</param>
    /// <param name="initialCount">The start count. Range: positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RunningMeanVar(int size, double initialCount = 1e-4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (!(initialCount > 0) || !double.IsFinite(initialCount))
            throw new ArgumentOutOfRangeException(nameof(initialCount), initialCount, "The start count must be positive and finite.");
        _mean = new double[size];
        _variance = new double[size];
        _variance.AsSpan().Fill(1);
        _count = initialCount;
    }

    /// <summary>The means [size].</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>The population variances [size].</summary>
    public ReadOnlySpan<double> Variance => _variance;

    /// <summary>How many samples were seen, with the start count.</summary>
    public double Count => _count;

    /// <summary>What was learned: a copy to save, or one to go on from.</summary>
    /// <exception cref="ArgumentException">On writing: the state is of another size, or its count is not positive.</exception>
    public RunningMeanVarState State
    {
        get => new([.. _mean], [.. _variance], _count);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Mean.Length != _mean.Length || value.Variance.Length != _mean.Length || !(value.Count > 0))
            {
                throw new ArgumentException(
                    $"The state has {value.Mean.Length} means, {value.Variance.Length} variances and the count {value.Count}; it needs {_mean.Length}, as many, and a positive count.",
                    nameof(value));
            }

            value.Mean.CopyTo(_mean, 0);
            value.Variance.CopyTo(_variance, 0);
            _count = value.Count;
        }
    }

    /// <summary>Adds a batch of samples.</summary>
    /// <param name="batch">The samples [n, size], row-major.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the size, or a number is not finite; nothing was added.</exception>
    public void Add(params ReadOnlySpan<double> batch)
    {
        int size = _mean.Length;
        (int samples, int rest) = Math.DivRem(batch.Length, size);
        if (rest != 0)
            throw new ArgumentException($"The batch has {batch.Length} numbers; it must be a multiple of {size}.", nameof(batch));
        foreach (double number in batch)
        {
            if (!double.IsFinite(number))
                throw new ArgumentException($"The batch holds {number}; its numbers must be finite.", nameof(batch));
        }

        if (samples == 0)
            return;
        for (int k = 0; k < size; k++)
        {
            double mean = 0, variance = 0;
            for (int i = k; i < batch.Length; i += size)
                mean += batch[i];
            mean /= samples;
            for (int i = k; i < batch.Length; i += size)
                variance += (batch[i] - mean) * (batch[i] - mean);
            Merge(k, mean, variance / samples, samples);
        }

        _count += samples;
    }

    /// <summary>Writes (x - mean) / √(variance + 1e-8), clipped.</summary>
    /// <param name="sample">The sample x [size].</param>
    /// <param name="destination">Receives the result [size]; may be the sample itself.</param>
    /// <param name="clip">The largest magnitude. Range: positive.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the clip not positive.</exception>
    public void Standardize(ReadOnlySpan<double> sample, Span<double> destination, double clip = double.PositiveInfinity) =>
        Standardize(_mean, _variance, sample, destination, clip);

    internal static void Standardize(
        ReadOnlySpan<double> mean, ReadOnlySpan<double> variance, ReadOnlySpan<double> sample, Span<double> destination, double clip)
    {
        if (sample.Length != mean.Length || destination.Length != mean.Length)
            throw new ArgumentException($"The sample has {sample.Length} numbers, the destination {destination.Length}; both need {mean.Length}.", nameof(sample));
        if (!(clip > 0))
            throw new ArgumentOutOfRangeException(nameof(clip), clip, "The largest magnitude must be positive.");
        for (int k = 0; k < mean.Length; k++)
            destination[k] = Math.Clamp((sample[k] - mean[k]) / Math.Sqrt(variance[k] + 1e-8), -clip, clip);
    }

    private void Merge(int k, double mean, double variance, double samples)
    {
        double total = _count + samples;
        double distance = mean - _mean[k];
        _variance[k] = (_count * _variance[k] + samples * variance + distance * distance * _count * samples / total) / total;
        _mean[k] += distance * samples / total;
    }
}
