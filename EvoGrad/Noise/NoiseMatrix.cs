using System.Numerics;
using System.Numerics.Tensors;
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

    /// <summary>Fills rows with the noise of individuals.</summary>
    public static void Fill(torch.Tensor noise, long seed, long firstRow, int threads)
    {
        long dimension = noise.shape[1];
        ForPieces(noise.numel(), threads, (start, length) => FillNoise(seed, firstRow * dimension + start, Numbers(noise).Slice(start, length)));
    }

    /// <summary>Fills rows with noise, as many rows of individuals with μ + σ ε, and if twice as many after them with μ − σ ε.</summary>
    public static void Fill(torch.Tensor noise, torch.Tensor individuals, long seed, long firstRow, double[] mean, double[] sigma, bool twice, int threads)
    {
        int dimension = mean.Length, count = checked((int)noise.numel());
        // Repeated, so that short individuals fill whole vectors too.
        int repeats = Math.Max(1, Piece / dimension);
        T[] centre = Repeat(mean, dimension, repeats), scale = Repeat(sigma, dimension, repeats), opposite = twice ? Negative(scale) : [];
        ForPieces(count, threads, (start, length) =>
        {
            Span<T> epsilon = Numbers(noise).Slice(start, length), all = Numbers(individuals);
            FillNoise(seed, firstRow * dimension + start, epsilon);
            Place(epsilon, all.Slice(start, length), centre, scale, start % dimension);
            if (twice)
                Place(epsilon, all.Slice(count + start, length), centre, opposite, start % dimension);
        });
    }

    private static void Place(ReadOnlySpan<T> noise, Span<T> individuals, T[] centre, T[] scale, int offset)
    {
        while (!noise.IsEmpty)
        {
            int length = Math.Min(noise.Length, centre.Length - offset);
            TensorPrimitives.MultiplyAdd(noise[..length], scale.AsSpan(offset, length), centre.AsSpan(offset, length), individuals[..length]);
            noise = noise[length..];
            individuals = individuals[length..];
            offset = 0;
        }
    }

    private static T[] Repeat(double[] numbers, int dimension, int repeats)
    {
        var repeated = new T[dimension * repeats];
        Span<T> first = repeated.AsSpan(0, dimension);
        if (numbers.Length == 1)
        {
            repeated.AsSpan().Fill(T.CreateTruncating(numbers[0]));
            return repeated;
        }

        TensorPrimitives.ConvertTruncating<double, T>(numbers, first);
        for (int i = 1; i < repeats; i++)
            first.CopyTo(repeated.AsSpan(i * dimension));
        return repeated;
    }

    private static T[] Negative(T[] numbers)
    {
        var negative = new T[numbers.Length];
        TensorPrimitives.Negate<T>(numbers, negative);
        return negative;
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
