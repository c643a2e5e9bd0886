using Shared.Tensors.NumPy;

namespace Lagom.Rl;

/// <summary>
/// Draws seeds for everything that needs one of its own, from a first seed: the numbers that lagom's seeder draws. Not thread-safe.
/// </summary>
/// <remarks>Where a <see cref="RandomStream"/> can be given, give one split from a root by name: no two then share numbers by chance.</remarks>
public sealed class Seeder
{
    private const uint Bits = 0x7FFFFFFF;
    private const uint Excluded = 0x7FFFFFFF;

    private readonly NumPyRandomState _random;

    /// <summary>Makes a seeder.</summary>
    /// <param name="seed">The first seed. Range: 0 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is out of range.</exception>
    public Seeder(long seed = 0)
    {
        if (seed is < 0 or > uint.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(seed), seed, $"The seed must be from 0 to {uint.MaxValue}.");
        _random = new NumPyRandomState((uint)seed);
    }

    /// <summary>Draws a seed from 0 to 2147483646.</summary>
    public long Next()
    {
        while (true)
        {
            uint drawn = _random.NextUInt32() & Bits;
            if (drawn != Excluded)
                return drawn;
        }
    }

    /// <summary>Draws seeds.</summary>
    /// <param name="count">How many. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public long[] Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var seeds = new long[count];
        for (int i = 0; i < count; i++)
            seeds[i] = Next();
        return seeds;
    }
}
