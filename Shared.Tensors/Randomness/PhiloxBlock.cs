using System.Runtime.CompilerServices;

namespace Shared.Tensors;

/// <summary>Four words of Philox4x64-10: the bijection of a 256-bit counter under a 128-bit key.</summary>
[InlineArray(Words)]
internal struct PhiloxBlock
{
    public const int Words = 4;

    private const int Rounds = 10;
    private ulong _first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxBlock Generate(PhiloxKey key, ulong counter0, ulong counter1, ulong counter2, ulong counter3)
    {
        (ulong key0, ulong key1) = (key.Word0, key.Word1);
        for (int round = 0; round < Rounds; round++)
        {
            ulong high0 = Math.BigMul(0xD2E7470EE14C6C93, counter0, out ulong low0);
            ulong high1 = Math.BigMul(0xCA5A826395121157, counter2, out ulong low1);
            counter0 = high1 ^ counter1 ^ key0;
            counter1 = low1;
            counter2 = high0 ^ counter3 ^ key1;
            counter3 = low0;
            unchecked
            {
                key0 += 0x9E3779B97F4A7C15;
                key1 += 0xBB67AE8584CAA73B;
            }
        }

        PhiloxBlock block = default;
        block[0] = counter0;
        block[1] = counter1;
        block[2] = counter2;
        block[3] = counter3;
        return block;
    }
}
