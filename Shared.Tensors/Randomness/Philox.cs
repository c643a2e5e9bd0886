using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Shared.Tensors;

/// <summary>Philox4x64-10: a bijection of a 256-bit counter under a 128-bit key.</summary>
internal static class Philox
{
    /// <summary>How many words a block has.</summary>
    public const int Words = 4;

    private const int Rounds = 10;
    private const ulong Multiplier0 = 0xD2E7470EE14C6C93;
    private const ulong Multiplier1 = 0xCA5A826395121157;

    /// <summary>How many blocks <see cref="FourBlocks"/> makes.</summary>
    public const int Together = 4;

    private const ulong KeyStep0 = 0x9E3779B97F4A7C15;
    private const ulong KeyStep1 = 0xBB67AE8584CAA73B;

    /// <summary>Encrypts one counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Word0, ulong Word1, ulong Word2, ulong Word3) Block(
        PhiloxKey key, ulong counter0, ulong counter1 = 0, ulong counter2 = 0, ulong counter3 = 0)
    {
        (ulong key0, ulong key1) = (key.Word0, key.Word1);
        for (int round = 0; round < Rounds; round++)
        {
            ulong high0 = Math.BigMul(Multiplier0, counter0, out ulong low0);
            ulong high1 = Math.BigMul(Multiplier1, counter2, out ulong low1);
            counter0 = high1 ^ counter1 ^ key0;
            counter1 = low1;
            counter2 = high0 ^ counter3 ^ key1;
            counter3 = low0;
            key0 = unchecked(key0 + KeyStep0);
            key1 = unchecked(key1 + KeyStep1);
        }

        return (counter0, counter1, counter2, counter3);
    }

    /// <summary>Encrypts the counters <paramref name="first"/> to <paramref name="first"/> + 3, whose other words are 0.</summary>
    /// <param name="key">The key.</param>
    /// <param name="first">The first counter.</param>
    /// <param name="words">Receives the sixteen words, block after block.</param>
    public static void FourBlocks(PhiloxKey key, ulong first, Span<ulong> words)
    {
        if (Avx2.IsSupported)
        {
            FourLanes(key, first, words);
            return;
        }

        for (int block = 0; block < Together; block++)
        {
            Span<ulong> target = words.Slice(block * Words, Words);
            (target[0], target[1], target[2], target[3]) = Block(key, unchecked(first + (ulong)block));
        }
    }

    // One block per lane.
    private static void FourLanes(PhiloxKey key, ulong first, Span<ulong> words)
    {
        Vector256<ulong> counter0 = Vector256.Create(first) + Vector256<ulong>.Indices;
        Vector256<ulong> counter1 = Vector256<ulong>.Zero;
        Vector256<ulong> counter2 = Vector256<ulong>.Zero;
        Vector256<ulong> counter3 = Vector256<ulong>.Zero;
        Vector256<ulong> key0 = Vector256.Create(key.Word0);
        Vector256<ulong> key1 = Vector256.Create(key.Word1);
        for (int round = 0; round < Rounds; round++)
        {
            (Vector256<ulong> high0, Vector256<ulong> low0) = Multiply(counter0, Multiplier0);
            (Vector256<ulong> high1, Vector256<ulong> low1) = Multiply(counter2, Multiplier1);
            counter0 = high1 ^ counter1 ^ key0;
            counter1 = low1;
            counter2 = high0 ^ counter3 ^ key1;
            counter3 = low0;
            key0 += Vector256.Create(KeyStep0);
            key1 += Vector256.Create(KeyStep1);
        }

        // Lanes to rows: words 0 and 1 of every block, words 2 and 3, then both halves of a block together.
        Vector256<ulong> even01 = Avx2.UnpackLow(counter0, counter1);
        Vector256<ulong> odd01 = Avx2.UnpackHigh(counter0, counter1);
        Vector256<ulong> even23 = Avx2.UnpackLow(counter2, counter3);
        Vector256<ulong> odd23 = Avx2.UnpackHigh(counter2, counter3);
        Avx2.Permute2x128(even01, even23, 0x20).CopyTo(words);
        Avx2.Permute2x128(odd01, odd23, 0x20).CopyTo(words[Words..]);
        Avx2.Permute2x128(even01, even23, 0x31).CopyTo(words[(2 * Words)..]);
        Avx2.Permute2x128(odd01, odd23, 0x31).CopyTo(words[(3 * Words)..]);
    }

    // The 128-bit product of 64-bit words from four products of their 32-bit halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<ulong> High, Vector256<ulong> Low) Multiply(Vector256<ulong> counter, ulong multiplier)
    {
        Vector256<uint> low = counter.AsUInt32();
        Vector256<uint> high = (counter >> 32).AsUInt32();
        Vector256<uint> multiplierLow = Vector256.Create(multiplier).AsUInt32();
        Vector256<uint> multiplierHigh = Vector256.Create(multiplier >> 32).AsUInt32();
        Vector256<ulong> lowLow = Avx2.Multiply(low, multiplierLow);
        Vector256<ulong> middle = Avx2.Multiply(low, multiplierHigh) + (lowLow >> 32);
        Vector256<ulong> carry = Avx2.Multiply(high, multiplierLow) + (middle & Vector256.Create((ulong)uint.MaxValue));
        return (
            Avx2.Multiply(high, multiplierHigh) + (middle >> 32) + (carry >> 32),
            Avx2.Blend(lowLow.AsUInt32(), (carry << 32).AsUInt32(), 0b10101010).AsUInt64());
    }
}
