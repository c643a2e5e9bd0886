using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Shared.Tensors;

namespace EvoGrad;

/// <summary>
/// Standard normal numbers in single precision by their position, at a fraction of the cost of rounded double ones: from a random stream's key, a
/// counter is encrypted and each 32-bit word goes through the inverse of the distribution function.
/// </summary>
/// <remarks>
/// The generator is Philox4x32-10; its key is the first word of the stream's key, and the second one stands in the upper half of the counter, whose
/// lower half is the block's number. Sixteen blocks make a group of 64 numbers: number 64 g + 16 w + l is word w of block 16 g + l. Integer arithmetic is
/// exact and every floating-point operation is one of IEEE's, fused multiply-add included, so that the numbers are the same bit for bit on every machine.
/// <para><b>Source:</b> Salmon et al. (2011), "Parallel random numbers: as easy as 1, 2, 3"; Giles (2012), "Approximating the erfinv function".</para>
/// </remarks>
internal static class SingleNoise
{
    /// <summary>Numbers that are made together.</summary>
    public const int Group = 64;

    private const int Piece = 2048;
    private const int Lanes = 16;
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The numbers from a position on.</summary>
    /// <param name="key">The beginning of the stream whose key is used.</param>
    /// <param name="position">The first number's position. Range: at least 0.</param>
    /// <param name="destination">Where to write.</param>
    public static void Fill(RandomStreamState key, long position, Span<float> destination)
    {
        (long group, long offset) = Math.DivRem(position, Group);
        if (offset > 0)
        {
            Span<float> numbers = stackalloc float[Group];
            MakeGroups(key, group++, numbers);
            int count = Math.Min(destination.Length, Group - (int)offset);
            numbers.Slice((int)offset, count).CopyTo(destination);
            destination = destination[count..];
        }

        while (destination.Length >= Group)
        {
            int count = Math.Min(destination.Length, Piece) / Group * Group;
            MakeGroups(key, group, destination[..count]);
            group += count / Group;
            destination = destination[count..];
        }

        if (!destination.IsEmpty)
        {
            Span<float> numbers = stackalloc float[Group];
            MakeGroups(key, group, numbers);
            numbers[..destination.Length].CopyTo(destination);
        }
    }

    /// <summary>Encrypts sixteen counters that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<uint> Word0, Vector512<uint> Word1, Vector512<uint> Word2, Vector512<uint> Word3) Blocks(ulong key, ulong upper, ulong first)
    {
        var (a0, a1, a2, a3) = EightBlocks(key, upper, first);
        var (b0, b1, b2, b3) = EightBlocks(key, upper, first + 8);
        return (Vector512.Narrow(a0, b0), Vector512.Narrow(a1, b1), Vector512.Narrow(a2, b2), Vector512.Narrow(a3, b3));
    }

    // First the words of all, then their numbers: either loop keeps its constants in registers.
    private static void MakeGroups(RandomStreamState key, long group, Span<float> numbers)
    {
        Span<uint> words = MemoryMarshal.Cast<float, uint>(numbers);
        for (int start = 0; start < words.Length; start += Group)
        {
            var (word0, word1, word2, word3) = Blocks(key.Key0, key.Key1, (ulong)group++ * Lanes);
            Span<uint> target = words.Slice(start, Group);
            word0.CopyTo(target);
            word1.CopyTo(target[Lanes..]);
            word2.CopyTo(target[(2 * Lanes)..]);
            word3.CopyTo(target[(3 * Lanes)..]);
        }

        Span<Vector512<uint>> vectors = MemoryMarshal.Cast<uint, Vector512<uint>>(words);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] = Quantile(vectors[i]).AsUInt32();
    }

    // One block per lane; the upper halves of the lanes hold what the products ignore.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Word0, Vector512<ulong> Word1, Vector512<ulong> Word2, Vector512<ulong> Word3) EightBlocks(ulong key, ulong upper, ulong first)
    {
        Vector512<ulong> block = Vector512.Create(first) + Vector512<ulong>.Indices;
        Vector512<ulong> counter0 = block, counter1 = block >> 32;
        Vector512<ulong> counter2 = Vector512.Create(upper), counter3 = Vector512.Create(upper >> 32);
        Vector512<ulong> multiplier0 = Vector512.Create((ulong)Multiplier0), multiplier1 = Vector512.Create((ulong)Multiplier1);
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            Vector512<ulong> product0 = Multiply(counter0, multiplier0), product1 = Multiply(counter2, multiplier1);
            counter0 = (product1 >> 32) ^ counter1 ^ Vector512.Create((ulong)key0);
            counter1 = product1;
            counter2 = (product0 >> 32) ^ counter3 ^ Vector512.Create((ulong)key1);
            counter3 = product0;
            key0 = unchecked(key0 + KeyStep0);
            key1 = unchecked(key1 + KeyStep1);
        }

        return (counter0, counter1, counter2, counter3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<ulong> counter, Vector512<ulong> multiplier)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(counter.AsUInt32(), multiplier.AsUInt32());
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.Multiply(counter.GetLower().AsUInt32(), multiplier.GetLower().AsUInt32()),
                Avx2.Multiply(counter.GetUpper().AsUInt32(), multiplier.GetUpper().AsUInt32()));
        }

        return (counter & Vector512.Create((ulong)uint.MaxValue)) * multiplier;
    }

    /// <summary>The normal number of each word: the highest bit is the sign, the others tell how far out.</summary>
    /// <remarks>Within 3e-6 up to 5.3 standard deviations, and 3e-3 further out, where one number in nine million lies. With p = (m + ½) 2⁻³² for the lower 31 bits m, the number is √2 erfinv(1 − 2p), whose both sides are computed without cancellation.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Quantile(Vector512<uint> word)
    {
        Vector512<uint> low = word & Vector512.Create(0x7FFFFFFFu);
        Vector512<float> tail = Vector512.FusedMultiplyAdd(
            Vector512.ConvertToSingle(low.AsInt32()), Vector512.Create(4.656612873077393e-10f), Vector512.Create(2.3283064365386963e-10f));
        Vector512<float> x = Vector512.FusedMultiplyAdd(
            Vector512.ConvertToSingle((low ^ Vector512.Create(0x7FFFFFFFu)).AsInt32()), Vector512.Create(4.656612873077393e-10f), Vector512.Create(2.3283064365386963e-10f));
        Vector512<float> w = -Log(tail * (Vector512<float>.One + x));
        Vector512<float> factor = Centre(w - Vector512.Create(2.5f));
        Vector512<float> isFar = Vector512.GreaterThanOrEqual(w, Vector512.Create(5f));
        if (isFar != Vector512<float>.Zero)
            factor = Vector512.ConditionalSelect(isFar, Far(Vector512.Sqrt(w) - Vector512.Create(3f)), factor);
        Vector512<float> magnitude = factor * x * Vector512.Create(1.41421356f);
        return (magnitude.AsUInt32() ^ (word & Vector512.Create(0x80000000u))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Centre(Vector512<float> w)
    {
        Vector512<float> p = Vector512.Create(2.81022636e-08f);
        p = Next(p, w, 3.43273939e-07f);
        p = Next(p, w, -3.5233877e-06f);
        p = Next(p, w, -4.39150654e-06f);
        p = Next(p, w, 0.00021858087f);
        p = Next(p, w, -0.00125372503f);
        p = Next(p, w, -0.00417768164f);
        p = Next(p, w, 0.246640727f);
        return Next(p, w, 1.50140941f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Far(Vector512<float> w)
    {
        Vector512<float> p = Vector512.Create(-0.000200214257f);
        p = Next(p, w, 0.000100950558f);
        p = Next(p, w, 0.00134934322f);
        p = Next(p, w, -0.00367342844f);
        p = Next(p, w, 0.00573950773f);
        p = Next(p, w, -0.0076224613f);
        p = Next(p, w, 0.00943887047f);
        p = Next(p, w, 1.00167406f);
        return Next(p, w, 2.83297682f);
    }

    /// <summary>The natural logarithm of numbers from 2⁻³² to 1, to about 1e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Log(Vector512<float> x)
    {
        // x = (1 + f) 2^e with 1 + f from √½ to √2.
        Vector512<int> shifted = x.AsInt32() - Vector512.Create(0x3F3504F3);
        Vector512<float> exponent = Vector512.ConvertToSingle(shifted >> 23);
        Vector512<float> f = (x.AsInt32() - (shifted & Vector512.Create(unchecked((int)0xFF800000)))).AsSingle() - Vector512<float>.One;
        Vector512<float> p = Vector512.Create(7.0376836292e-2f);
        p = Next(p, f, -1.1514610310e-1f);
        p = Next(p, f, 1.1676998740e-1f);
        p = Next(p, f, -1.2420140846e-1f);
        p = Next(p, f, 1.4249322787e-1f);
        p = Next(p, f, -1.6668057665e-1f);
        p = Next(p, f, 2.0000714765e-1f);
        p = Next(p, f, -2.4999993993e-1f);
        p = Next(p, f, 3.3333331174e-1f);
        Vector512<float> square = f * f;
        Vector512<float> tail = Vector512.FusedMultiplyAdd(p * f, square, square * -0.5f);
        return Vector512.FusedMultiplyAdd(exponent, Vector512.Create(0.69314718f), f + tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Next(Vector512<float> sum, Vector512<float> x, float coefficient) =>
        Vector512.FusedMultiplyAdd(sum, x, Vector512.Create(coefficient));
}
