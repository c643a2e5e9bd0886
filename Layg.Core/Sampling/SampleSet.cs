namespace Layg.Sampling;

/// <summary>Samples of a density, all of the same weight, and their statistics. Immutable.</summary>
public sealed class SampleSet
{
    private readonly double[] _values;
    private readonly double[] _logDensities;
    private readonly double[] _blobs;

    internal SampleSet(int dimension, IReadOnlyList<string> blobNames, double[] values, double[] logDensities, double[] blobs)
    {
        Dimension = dimension;
        BlobNames = blobNames;
        _values = values;
        _logDensities = logDensities;
        _blobs = blobs;
    }

    /// <summary>How many samples.</summary>
    public int Count => _logDensities.Length;

    /// <summary>Numbers per sample (n).</summary>
    public int Dimension { get; }

    /// <summary>The blobs' names.</summary>
    public IReadOnlyList<string> BlobNames { get; }

    /// <summary>The samples: [<see cref="Count"/>, <see cref="Dimension"/>].</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The log-densities: [<see cref="Count"/>].</summary>
    public ReadOnlySpan<double> LogDensities => _logDensities;

    /// <summary>The blobs: [<see cref="Count"/>, number of <see cref="BlobNames"/>].</summary>
    public ReadOnlySpan<double> Blobs => _blobs;

    /// <summary>One sample: [dimension].</summary>
    /// <param name="index">Which one, from 0.</param>
    public ReadOnlySpan<double> this[int index] => Values.Slice(index * Dimension, Dimension);

    /// <summary>Copies one coordinate of all samples.</summary>
    /// <param name="parameter">Which coordinate, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such coordinate.</exception>
    public double[] Parameter(int parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(parameter, Dimension);
        return Column(_values, Dimension, parameter);
    }

    /// <summary>Copies one blob of all samples.</summary>
    /// <param name="name">The blob's name.</param>
    /// <exception cref="ArgumentException">There is no blob of that name.</exception>
    public double[] Blob(string name)
    {
        for (int i = 0; i < BlobNames.Count; i++)
        {
            if (string.Equals(BlobNames[i], name, StringComparison.Ordinal))
                return Column(_blobs, BlobNames.Count, i);
        }

        throw new ArgumentException($"There is no blob '{name}'; there are [{string.Join(", ", BlobNames)}].", nameof(name));
    }

    /// <summary>The mean (μ) of each coordinate: [dimension]. NaN without samples.</summary>
    public double[] Mean()
    {
        var mean = new double[Dimension];
        for (int i = 0; i < _values.Length; i++)
            mean[i % Dimension] += _values[i];
        for (int i = 0; i < Dimension; i++)
            mean[i] /= Count;
        return mean;
    }

    /// <summary>The covariance, with the divisor count - 1: [dimension, dimension]. NaN with fewer than two samples.</summary>
    public double[,] Covariance()
    {
        double[] mean = Mean();
        var covariance = new double[Dimension, Dimension];
        for (int sample = 0; sample < Count; sample++)
        {
            ReadOnlySpan<double> value = this[sample];
            for (int i = 0; i < Dimension; i++)
            {
                for (int j = 0; j <= i; j++)
                    covariance[i, j] += (value[i] - mean[i]) * (value[j] - mean[j]);
            }
        }

        for (int i = 0; i < Dimension; i++)
        {
            for (int j = 0; j <= i; j++)
                covariance[j, i] = covariance[i, j] = Count > 1 ? covariance[i, j] / (Count - 1) : double.NaN;
        }

        return covariance;
    }

    /// <summary>Quantiles of one coordinate, linear between neighbouring samples.</summary>
    /// <param name="parameter">Which coordinate, from 0.</param>
    /// <param name="probabilities">The probabilities, such as 0.16, 0.5 and 0.84. Range: 0 to 1.</param>
    /// <returns>One quantile per probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">There are no samples.</exception>
    public double[] Quantiles(int parameter, params ReadOnlySpan<double> probabilities)
    {
        double[] sorted = Parameter(parameter);
        if (sorted.Length == 0)
            throw new InvalidOperationException("There are no samples to take quantiles of.");
        Array.Sort(sorted);
        var quantiles = new double[probabilities.Length];
        for (int i = 0; i < quantiles.Length; i++)
        {
            if (probabilities[i] is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(probabilities), probabilities[i], "A probability must lie between 0 and 1.");
            double at = probabilities[i] * (sorted.Length - 1);
            int below = (int)at;
            int above = Math.Min(below + 1, sorted.Length - 1);
            quantiles[i] = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }

        return quantiles;
    }

    private static double[] Column(double[] numbers, int width, int column)
    {
        var copy = new double[numbers.Length / width];
        for (int i = 0; i < copy.Length; i++)
            copy[i] = numbers[i * width + column];
        return copy;
    }
}
