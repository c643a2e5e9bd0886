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
    [ThreadStatic]
    private static (string? Label, ulong Low, ulong High) LastLabel;

    private readonly PhiloxKey _key;

    // The words of blocks _blocks + 1 to _blocks + Philox.Together, of which _next were drawn; empty until the first draw.
    private ulong[] _words = [];
    private ulong _blocks;
    private int _next;

    /// <summary>Starts the stream of a seed. Every value is a seed, 0 and negative ones included.</summary>
    /// <param name="seed">The seed.</param>
    public RandomStream(long seed)
        : this(new PhiloxKey(unchecked((ulong)seed), 0))
    {
    }

    private RandomStream(PhiloxKey key) => _key = key;

    /// <summary>Goes on where a stream stood when its <see cref="State"/> was taken.</summary>
    /// <param name="state">The state of another stream.</param>
    /// <exception cref="ArgumentException">The state is not one that a stream can have.</exception>
    public RandomStream(RandomStreamState state)
        : this(new PhiloxKey(state.Key0, state.Key1))
    {
        if (state.Used is < 0 or > Philox.Words || (state.Blocks == 0 && state.Used != Philox.Words))
        {
            throw new ArgumentException(
                $"{state} is not the state of a random stream: Used must be 0 to {Philox.Words}, and {Philox.Words} where Blocks is 0.", nameof(state));
        }

        _blocks = state.Blocks;
        if (state.Used == Philox.Words)
            return;
        _blocks--;
        Generate();
        _next = state.Used;
    }

    /// <summary>The stream's key and position; a stream made from it draws the same numbers from here on.</summary>
    public RandomStreamState State
    {
        get
        {
            (int whole, int part) = Math.DivRem(_next, Philox.Words);
            return part == 0
                ? new(_key.Word0, _key.Word1, unchecked(_blocks + (ulong)whole), Philox.Words)
                : new(_key.Word0, _key.Word1, unchecked(_blocks + (ulong)whole + 1), part);
        }
    }

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
        (ulong word0, ulong word1, _, _) = Philox.Block(_key, unchecked((ulong)index), low, high, 1);
        return new RandomStream(new PhiloxKey(word0, word1));
    }

    /// <summary>Draws 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        ulong[] words = _words;
        int next = _next;
        if ((uint)next >= (uint)words.Length)
            return FirstOfNext();
        _next = next + 1;
        return words[next];
    }

    /// <summary>Draws a number uniform in [0, 1), a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => UnitInterval(NextUInt64());

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextNormal() => NormalQuantile.Of(OpenInterval(NextUInt64()));

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
        while (!destination.IsEmpty)
        {
            ReadOnlySpan<ulong> words = Take(destination.Length);
            for (int i = 0; i < words.Length; i++)
                destination[i] = UnitInterval(words[i]);
            destination = destination[words.Length..];
        }
    }

    /// <summary>Fills a span with standard normal numbers.</summary>
    /// <param name="destination">Where to write.</param>
    public void FillNormal(Span<double> destination)
    {
        for (Span<double> rest = destination; !rest.IsEmpty;)
        {
            ReadOnlySpan<ulong> words = Take(rest.Length);
            for (int i = 0; i < words.Length; i++)
                rest[i] = OpenInterval(words[i]);
            rest = rest[words.Length..];
        }

        NormalQuantile.InPlace(destination);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double UnitInterval(ulong word) => (long)(word >> 11) * (1.0 / (1UL << 53));

    // Neither 0 nor 1, and symmetric about 1/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double OpenInterval(ulong word) => ((long)(word >> 12) + 0.5) * (1.0 / (1UL << 52));

    // Draws as many words as there are at hand, at least one and at most so many.
    private ReadOnlySpan<ulong> Take(int count)
    {
        if (_next == _words.Length)
            Refill();
        ReadOnlySpan<ulong> words = _words.AsSpan(_next, Math.Min(count, _words.Length - _next));
        _next += words.Length;
        return words;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FirstOfNext()
    {
        Refill();
        _next = 1;
        return _words[0];
    }

    private void Refill()
    {
        unchecked
        {
            _blocks += (ulong)(_words.Length / Philox.Words);
        }

        Generate();
        _next = 0;
    }

    private void Generate()
    {
        if (_words.Length == 0)
            _words = new ulong[Philox.Together * Philox.Words];
        Philox.FourBlocks(_key, unchecked(_blocks + 1), _words);
    }

    private static (ulong Low, ulong High) HashLabel(string label)
    {
        // One label is mostly used for many indices in a row.
        if (string.Equals(label, LastLabel.Label, StringComparison.Ordinal))
            return (LastLabel.Low, LastLabel.High);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(label), digest);
        LastLabel = (label, BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest[sizeof(ulong)..]));
        return (LastLabel.Low, LastLabel.High);
    }
}
