using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Shared.Tensors;

/// <summary>
/// A seeded stream of random numbers that can be split into independent streams by name.
/// </summary>
/// <remarks>
/// <para>
/// The generator is Philox4x64-10: the block with number <c>i</c> is a keyed bijection of <c>i</c>, so a stream is a key and a position.
/// <see cref="Split(string, long)"/> derives a new key from the stream's key, a label and an index; it neither reads nor moves the
/// position. A worker that knows (seed, label, index) therefore draws the same numbers on any machine and any number of threads.
/// </para>
/// <para>
/// All arithmetic is integer or IEEE exact (no call into the platform's mathematical library), so every draw is the same bit for bit
/// everywhere. <c>new RandomStream(s)</c> yields the raw words of NumPy's <c>Philox(key=s)</c>.
/// </para>
/// <para>Not thread-safe, except <see cref="Split(string, long)"/>: give every worker a stream of its own.</para>
/// <para><b>Source:</b> Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3".</para>
/// </remarks>
public sealed class RandomStream
{
    private readonly PhiloxKey _key;
    private ulong _blocks;
    private int _used;
    private PhiloxBlock _block;

    /// <summary>Starts the stream of a seed. Every value is a seed, 0 and negative ones included.</summary>
    /// <param name="seed">The seed.</param>
    public RandomStream(long seed)
        : this(new PhiloxKey(unchecked((ulong)seed), 0))
    {
    }

    private RandomStream(PhiloxKey key)
    {
        _key = key;
        _used = PhiloxBlock.Words;
    }

    /// <summary>Goes on where a stream stood when its <see cref="State"/> was taken.</summary>
    /// <param name="state">The state of another stream.</param>
    /// <exception cref="ArgumentException">The state is not one that a stream can have.</exception>
    public RandomStream(RandomStreamState state)
        : this(new PhiloxKey(state.Key0, state.Key1))
    {
        if (state.Used is < 0 or > PhiloxBlock.Words || (state.Blocks == 0 && state.Used != PhiloxBlock.Words))
            throw new ArgumentException($"{state} is not the state of a random stream: Used must be 0 to {PhiloxBlock.Words}.", nameof(state));
        _blocks = state.Blocks;
        _used = state.Used;
        if (_used < PhiloxBlock.Words)
            _block = PhiloxBlock.Generate(_key, _blocks, 0, 0, 0);
    }

    /// <summary>The stream's key and position; a stream made from it draws the same numbers from here on.</summary>
    public RandomStreamState State => new(_key.Word0, _key.Word1, _blocks, _used);

    /// <summary>
    /// Derives an independent stream. The result depends on this stream's key, the label and the index only,
    /// not on how much was drawn.
    /// </summary>
    /// <param name="label">What the new stream is for, such as "walker".</param>
    /// <param name="index">Which one of that kind.</param>
    /// <returns>A stream at its beginning.</returns>
    public RandomStream Split(string label, long index = 0)
    {
        ArgumentNullException.ThrowIfNull(label);
        (ulong low, ulong high) = HashLabel(label);
        // Draws use counters whose upper three words are 0; the 1 in the last word keeps derived keys apart from them.
        PhiloxBlock derived = PhiloxBlock.Generate(_key, unchecked((ulong)index), low, high, 1);
        return new RandomStream(new PhiloxKey(derived[0], derived[1]));
    }

    /// <summary>Draws 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        if (_used == PhiloxBlock.Words)
            Refill();
        return _block[_used++];
    }

    /// <summary>Draws a number uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a number uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The lower end, finite.</param>
    /// <param name="high">The upper end, finite and not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not finite or not in order.</exception>
    public double NextDouble(double low, double high)
    {
        if (!double.IsFinite(low))
            throw new ArgumentOutOfRangeException(nameof(low), low, "The lower end must be finite.");
        if (!double.IsFinite(high) || high < low)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The upper end must be finite and at least the lower one, {low}.");
        return low + (high - low) * NextDouble();
    }

    /// <summary>Draws from the standard normal distribution: one 64-bit word through the inverse of its distribution function.</summary>
    public double NextNormal() => NormalQuantile.Of(((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52)));

    /// <summary>Draws from a normal distribution.</summary>
    /// <param name="mean">The mean (μ).</param>
    /// <param name="standardDeviation">The standard deviation (σ). Range: σ ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or NaN.</exception>
    public double NextNormal(double mean, double standardDeviation)
    {
        if (!(standardDeviation >= 0))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must not be negative.");
        return mean + standardDeviation * NextNormal();
    }

    /// <summary>Draws an integer from 0 to <paramref name="exclusiveMax"/> - 1, each with the same probability.</summary>
    /// <param name="exclusiveMax">One more than the largest result. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is below 1.</exception>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        return (int)Bounded((ulong)exclusiveMax);
    }

    /// <summary>Draws an integer from <paramref name="min"/> to <paramref name="exclusiveMax"/> - 1, each with the same probability.</summary>
    /// <param name="min">The smallest result.</param>
    /// <param name="exclusiveMax">One more than the largest result, above <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty.</exception>
    public long NextInt64(long min, long exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(exclusiveMax, min);
        return unchecked(min + (long)Bounded((ulong)exclusiveMax - (ulong)min));
    }

    /// <summary>Fills a span with numbers uniform in [0, 1).</summary>
    /// <param name="destination">Where to write.</param>
    public void FillUniform(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = NextDouble();
    }

    /// <summary>Fills a span with standard normal numbers.</summary>
    /// <param name="destination">Where to write.</param>
    public void FillNormal(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = NextNormal();
    }

    /// <summary>Puts the items into a random order, each order with the same probability (Fisher and Yates).</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInt32(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>Returns 0, 1, … <paramref name="count"/> - 1 in a random order.</summary>
    /// <param name="count">How many. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>
    /// Shows this stream as a <see cref="Random"/>, for libraries that ask for one (the distributions of MathNet.Numerics do).
    /// What is drawn there is drawn here.
    /// </summary>
    public Random AsRandom() => new RandomAdapter(this);

    // Lemire (2019), "Fast random integer generation in an interval": multiply, and redraw the few words that would bias the result.
    private ulong Bounded(ulong range)
    {
        ulong high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low < range)
        {
            ulong threshold = unchecked(0 - range) % range;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return high;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        _blocks++;
        _block = PhiloxBlock.Generate(_key, _blocks, 0, 0, 0);
        _used = 0;
    }

    private static (ulong Low, ulong High) HashLabel(string label)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        int length = Encoding.UTF8.GetByteCount(label);
        Span<byte> text = length <= 256 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(label, text);
        SHA256.HashData(text, digest);
        return (BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest[sizeof(ulong)..]));
    }
}
