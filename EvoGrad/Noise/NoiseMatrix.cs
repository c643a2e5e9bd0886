using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;

namespace EvoGrad;

/// <summary>Fills matrices with noise, and with the individuals made of it, on several threads.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class NoiseMatrix<T>
    where T : unmanaged, INumberBase<T>
{
    // Numbers that a thread fills at a time: the noise is still in the first cache when the individuals are made of it.
    private const int Piece = 2048;
    private const int WorthAThread = 1 << 15;

    /// <summary>Fills the first rows with the noise of individuals.</summary>
    public static void Fill(torch.Tensor noise, long seed, int firstRow, int rows, int threads)
    {
        long dimension = noise.shape[1];
        ForPieces(rows * dimension, threads, (start, length) => FillNoise(seed, firstRow * dimension + start, Numbers(noise).Slice(start, length)));
    }

    /// <summary>Fills the first rows with noise, and the rows of individuals with μ + σ ε; where mirrored, the rows after them with μ − σ ε.</summary>
    public static void Fill(
        torch.Tensor noise, torch.Tensor individuals, long seed, int firstRow, int rows, double[] mean, double[] sigma, bool mirrored, int threads)
    {
        int dimension = mean.Length;
        // Repeated, so that short individuals fill whole vectors too.
        int repeats = Math.Max(1, Piece / dimension);
        T[] centre = Repeat(mean, dimension, repeats), scale = Repeat(sigma, dimension, repeats);
        ForPieces((long)rows * dimension, threads, (start, length) =>
        {
            Span<T> epsilon = Numbers(noise).Slice(start, length), all = Numbers(individuals);
            FillNoise(seed, (long)firstRow * dimension + start, epsilon);
            Place(epsilon, all.Slice(start, length), centre, scale, start % dimension, minus: false);
            if (mirrored)
                Place(epsilon, all.Slice(rows * dimension + start, length), centre, scale, start % dimension, minus: true);
        });
    }

    private static void Place(ReadOnlySpan<T> noise, Span<T> individuals, T[] centre, T[] scale, int offset, bool minus)
    {
        while (!noise.IsEmpty)
        {
            int length = Math.Min(noise.Length, centre.Length - offset);
            Combine(noise[..length], individuals[..length], centre.AsSpan(offset, length), scale.AsSpan(offset, length), minus);
            noise = noise[length..];
            individuals = individuals[length..];
            offset = 0;
        }
    }

    private static void Combine(ReadOnlySpan<T> noise, Span<T> individuals, ReadOnlySpan<T> centre, ReadOnlySpan<T> scale, bool minus)
    {
        int i = 0;
        for (; i <= noise.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> step = new Vector<T>(noise[i..]) * new Vector<T>(scale[i..]), from = new(centre[i..]);
            (minus ? from - step : from + step).CopyTo(individuals[i..]);
        }

        for (; i < noise.Length; i++)
            individuals[i] = minus ? centre[i] - noise[i] * scale[i] : centre[i] + noise[i] * scale[i];
    }

    private static T[] Repeat(double[] numbers, int dimension, int repeats)
    {
        var repeated = new T[dimension * repeats];
        for (int i = 0; i < repeated.Length; i++)
            repeated[i] = T.CreateTruncating(numbers[numbers.Length == 1 ? 0 : i % dimension]);
        return repeated;
    }

    private static void FillNoise(long seed, long position, Span<T> destination)
    {
        if (typeof(T) == typeof(float))
            CounterNoise.FillNormal(seed, IndividualRange.Individuals, position, MemoryMarshal.Cast<T, float>(destination));
        else
            CounterNoise.FillNormal(seed, IndividualRange.Individuals, position, MemoryMarshal.Cast<T, double>(destination));
    }

    private static Span<T> Numbers(torch.Tensor tensor) => MemoryMarshal.Cast<byte, T>(tensor.bytes);

    private static void ForPieces(long total, int threads, Action<int, int> fill)
    {
        int count = checked((int)total);
        int pieces = (count + Piece - 1) / Piece;
        if (threads == 1 || count < WorthAThread)
        {
            for (int start = 0; start < count; start += Piece)
                fill(start, Math.Min(Piece, count - start));
            return;
        }

        Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
        {
            int start = piece * Piece;
            fill(start, Math.Min(Piece, count - start));
        });
    }
}
