using System.Numerics;

namespace Shared.Tensors.NumPy;

/// <summary>
/// Draws the same numbers as NumPy's <c>numpy.random.RandomState</c> (and <c>numpy.random.seed</c>), to replay experiments of Python.
/// </summary>
/// <remarks>
/// NumPy has frozen this generator: its numbers stay the same in every version. For new work use <see cref="RandomStream"/>, which is
/// faster, splits, and does not depend on the platform's logarithm as <see cref="NextNormal()"/> does here. Not thread-safe.
/// <para><b>Source:</b> NumPy's legacy generation: Mersenne Twister MT19937, 53-bit uniform numbers, Marsaglia's polar method.</para>
/// </remarks>
public sealed class NumPyRandomState
{
    private readonly MersenneTwister _twister;
    private bool _hasGauss;
    private double _cachedGaussian;

    /// <summary>Starts at a seed, as <c>RandomState(seed)</c>.</summary>
    /// <param name="seed">The seed.</param>
    public NumPyRandomState(uint seed) => _twister = new MersenneTwister(seed);

    /// <summary>Starts at a seed of several words, as <c>RandomState([…])</c>. One word gives other numbers than the word as a seed.</summary>
    /// <param name="seeds">At least one word.</param>
    /// <exception cref="ArgumentException">There is no word.</exception>
    public NumPyRandomState(ReadOnlySpan<uint> seeds)
    {
        if (seeds.IsEmpty)
            throw new ArgumentException("A seed needs at least one word.", nameof(seeds));
        _twister = new MersenneTwister(seeds);
    }

    /// <summary>Goes on from a state, as <c>RandomState.set_state</c>.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">The key has not 624 words, or the position is outside 0 to 624.</exception>
    public NumPyRandomState(NumPyRandomStateData state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Key is not { Count: MersenneTwister.Words } || state.Position is < 0 or > MersenneTwister.Words)
        {
            throw new ArgumentException(
                $"A state has {MersenneTwister.Words} words and a position from 0 to {MersenneTwister.Words}, not {state.Key?.Count ?? 0} words and position {state.Position}.",
                nameof(state));
        }

        _twister = new MersenneTwister([.. state.Key], state.Position);
        _hasGauss = state.HasGauss;
        _cachedGaussian = state.CachedGaussian;
    }

    /// <summary>The state, as <c>RandomState.get_state</c>.</summary>
    public NumPyRandomStateData State => new(_twister.Key.ToArray(), _twister.Position, _hasGauss, _cachedGaussian);

    /// <summary>Draws 32 random bits.</summary>
    public uint NextUInt32() => _twister.NextUInt32();

    /// <summary>Draws a number uniform in [0, 1), as <c>random_sample</c>.</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>Draws a number uniform between two ends, as <c>uniform</c>.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public double NextDouble(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Draws from the standard normal distribution, as <c>standard_normal</c>.</summary>
    public double NextNormal()
    {
        if (_hasGauss)
        {
            _hasGauss = false;
            double cached = _cachedGaussian;
            _cachedGaussian = 0;
            return cached;
        }

        double first;
        double second;
        double square;
        do
        {
            first = 2.0 * NextDouble() - 1.0;
            second = 2.0 * NextDouble() - 1.0;
            square = first * first + second * second;
        }
        while (square >= 1.0 || square == 0.0);

        double factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        _cachedGaussian = factor * first;
        _hasGauss = true;
        return factor * second;
    }

    /// <summary>Draws from a normal distribution, as <c>normal</c>.</summary>
    /// <param name="mean">The mean (μ), NumPy's <c>loc</c>.</param>
    /// <param name="standardDeviation">The standard deviation (σ), NumPy's <c>scale</c>. Range: σ ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or NaN.</exception>
    public double NextNormal(double mean, double standardDeviation)
    {
        if (!(standardDeviation >= 0))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must not be negative.");
        return mean + standardDeviation * NextNormal();
    }

    /// <summary>Draws an integer from 0 to <paramref name="exclusiveMax"/> - 1, as <c>randint(exclusiveMax)</c>.</summary>
    /// <param name="exclusiveMax">One more than the largest result. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is below 1.</exception>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        return (int)NextAtMost((uint)exclusiveMax - 1);
    }

    /// <summary>Draws an integer from <paramref name="min"/> to <paramref name="exclusiveMax"/> - 1, as <c>randint(min, exclusiveMax)</c> of 64 bits.</summary>
    /// <param name="min">The smallest result.</param>
    /// <param name="exclusiveMax">One more than the largest result, above <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty.</exception>
    public long NextInt64(long min, long exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(exclusiveMax, min);
        return unchecked(min + (long)NextAtMost((ulong)exclusiveMax - (ulong)min - 1));
    }

    /// <summary>Draws many numbers uniform in [0, 1), as <c>rand</c>; a larger shape is filled row after row.</summary>
    /// <param name="count">How many. Range: at least 0.</param>
    public double[] Rand(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] values = new double[count];
        FillUniform(values);
        return values;
    }

    /// <summary>Draws many standard normal numbers, as <c>randn</c>; a larger shape is filled row after row.</summary>
    /// <param name="count">How many. Range: at least 0.</param>
    public double[] Randn(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] values = new double[count];
        FillNormal(values);
        return values;
    }

    /// <summary>Fills a span with numbers uniform in [0, 1).</summary>
    /// <param name="destination">Where to write.</param>
    public void FillUniform(Span<double> destination)
    {
        foreach (ref double value in destination)
            value = NextDouble();
    }

    /// <summary>Fills a span with standard normal numbers.</summary>
    /// <param name="destination">Where to write.</param>
    public void FillNormal(Span<double> destination)
    {
        foreach (ref double value in destination)
            value = NextNormal();
    }

    /// <summary>Puts the items into a random order, as <c>shuffle</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = (int)NextAtMost((ulong)last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>Returns 0, 1, … <paramref name="count"/> - 1 in a random order, as <c>permutation(count)</c>.</summary>
    /// <param name="count">How many. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Chooses from 0, 1, … <paramref name="population"/> - 1 with equal weights, as <c>choice(population, count, replace)</c>.</summary>
    /// <param name="population">How many there are to choose from. Range: at least 1.</param>
    /// <param name="count">How many to choose. Range: at least 0; without replacement at most <paramref name="population"/>.</param>
    /// <param name="replace">Whether one may be chosen again.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public int[] Choice(int population, int count, bool replace = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!replace)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, population);
            return Permutation(population)[..count];
        }

        int[] chosen = new int[count];
        foreach (ref int index in chosen.AsSpan())
            index = NextInt32(population);
        return chosen;
    }

    // Draws as many bits as the largest result has until they are not above it; no draw where there is nothing to choose.
    private ulong NextAtMost(ulong max)
    {
        if (max == 0)
            return 0;
        ulong mask = ulong.MaxValue >> BitOperations.LeadingZeroCount(max);
        ulong value;
        do
        {
            value = (max > uint.MaxValue ? (ulong)NextUInt32() << 32 | NextUInt32() : NextUInt32()) & mask;
        }
        while (value > max);

        return value;
    }
}
