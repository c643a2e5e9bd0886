namespace Shared.Tensors.NumPy;

/// <summary>The Mersenne Twister MT19937.</summary>
/// <remarks>
/// <b>Source:</b> Matsumoto and Nishimura (1998), "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
/// generator"; seeding of 2002.
/// </remarks>
internal sealed class MersenneTwister
{
    public const int Words = 624;

    private const int Shift = 397;
    private readonly uint[] _key;

    public MersenneTwister(uint seed)
    {
        _key = Expand(seed);
        Position = Words;
    }

    public MersenneTwister(ReadOnlySpan<uint> seeds)
    {
        _key = Expand(19650218);
        Position = Words;
        unchecked
        {
            int i = 1;
            for (int step = 0; step < Math.Max(Words, seeds.Length); step++)
            {
                int j = step % seeds.Length;
                _key[i] = (_key[i] ^ (_key[i - 1] ^ _key[i - 1] >> 30) * 1664525) + seeds[j] + (uint)j;
                i = Next(i);
            }

            for (int step = 0; step < Words - 1; step++)
            {
                _key[i] = (_key[i] ^ (_key[i - 1] ^ _key[i - 1] >> 30) * 1566083941) - (uint)i;
                i = Next(i);
            }
        }

        _key[0] = 0x80000000;
    }

    public MersenneTwister(uint[] key, int position)
    {
        _key = key;
        Position = position;
    }

    public ReadOnlySpan<uint> Key => _key;

    public int Position { get; private set; }

    public uint NextUInt32()
    {
        if (Position == Words)
            Generate();
        uint word = _key[Position++];
        word ^= word >> 11;
        word ^= word << 7 & 0x9D2C5680;
        word ^= word << 15 & 0xEFC60000;
        return word ^ word >> 18;
    }

    private static uint[] Expand(uint seed)
    {
        uint[] key = new uint[Words];
        key[0] = seed;
        for (int i = 1; i < Words; i++)
            key[i] = unchecked(1812433253 * (key[i - 1] ^ key[i - 1] >> 30) + (uint)i);
        return key;
    }

    // The seeding from several words walks through words 1 to 623 in circles, and copies the last to word 0 at each turn.
    private int Next(int i)
    {
        if (i + 1 < Words)
            return i + 1;
        _key[0] = _key[Words - 1];
        return 1;
    }

    private void Generate()
    {
        for (int i = 0; i < Words; i++)
        {
            uint pair = (_key[i] & 0x80000000) | (_key[(i + 1) % Words] & 0x7FFFFFFF);
            _key[i] = _key[(i + Shift) % Words] ^ pair >> 1 ^ (pair & 1) * 0x9908B0DF;
        }

        Position = 0;
    }
}
